"""The advice in articles, each piece of it findable: groups, their kinds, strategies, the index of them all."""

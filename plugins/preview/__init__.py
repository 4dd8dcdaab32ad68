"""The site while it is written: served on this machine, built anew at every save, shown without a reload by hand."""

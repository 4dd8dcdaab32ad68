"""English verbs that advice begins with, in the form that tells someone to do it.

Only the base form is listed; `third` and `gerund` lead back to it. Other languages have no table: what is in them is
judged by nothing but the words of `wording`.
"""

from __future__ import annotations

import re

_VERBS = frozenset(
    (
        "abandon abide absorb accept accompany accomplish achieve acknowledge acquire activate adapt add adhere adjust "
        "admit adopt advertise advise advocate align allocate allow alternate amend analyse analyze announce "
        "anticipate apologise apologize appeal appear apply appoint appreciate approve arrange arrive articulate ask "
        "assemble assert assess assign assist assume attach attain attend attract automate avoid back-up bake balance "
        "ban barter batch be become befriend beg begin believe bend blanch blend boil borrow bounce braise breathe "
        "breastfeed bring broaden browse build bundle buy calculate call calm cancel capitalise capitalize carry "
        "carve caramelise caramelize categorise categorize celebrate centralise certify challenge charge chat check "
        "choose chop claim clarify classify clean clear clip collaborate collect combat combine comfort commit "
        "communicate "
        "compare compensate compete compile complete compliment comply compose compress concentrate conduct configure "
        "confirm confront connect conserve consider consolidate construct consult consume contact contribute convert "
        "convey convince cook cooperate cope correct counter create cultivate customise customize debug decide "
        "declutter decorate dedicate deduct deepen defend defer define defrost delegate delete deliver demand "
        "demonstrate deploy describe deserve detect determine develop devote diagnose differentiate dig digitise "
        "digitize diminish direct disable discard disclose disconnect discover discuss disinfect dismiss display "
        "dispose dispute distinguish distract distribute ditch dive diversify divide do double double-check download "
        "drain draw dream drill drop dry earn ease eat edit educate elevate eliminate embrace emphasise emphasize "
        "employ empower enable encourage encrypt engage enhance enjoy enlist enrich enrol enroll ensure enter "
        "entertain escalate escape establish evaluate examine exchange exclude execute exfoliate expand expect "
        "experiment explain explore expose express extend extract facilitate fasten fertilise fertilize figure "
        "fill filter finalise finalize find finish fix flatten floss fold follow force forget forgive formulate "
        "foster freeze fry fulfil fulfill gain garnish gather generate get give go grab grate greet grill grind grip "
        "grow guarantee handle hang harness harvest have heed help hide highlight hire hold honor honour hone "
        "host hug humanise hydrate identify ignite ignore imagine imitate implement impress improve include "
        "incorporate increase indulge inform initiate innovate inquire insert inspect inspire install insulate "
        "integrate interact intervene introduce invent invest investigate invite involve isolate join journal "
        "juggle justify keep knead kneel know lay lay-out lead learn leave lend lessen let leverage liberate limit "
        "list-out "
        "listen live localise locate lock log look loosen lose love lower lubricate maintain make manage manipulate "
        "marinate massage master maximise maximize measure meditate memorise memorize mentor merge mimic "
        "minimise minimize mind mix moderate modify monetise monetize monitor motivate mow multiply narrow "
        "navigate negotiate normalise normalize notice notify nourish nurture obey observe obtain offer omit "
        "open operate optimise optimize order organise organize outline outsource overcome own pack participate "
        "pay peel perform permit personalise personalize persevere persist persuade photograph pick pinpoint "
        "ponder portray position possess postpone pour practise praise prefer preheat prepare present preserve "
        "prevent prioritise prioritize proceed procure promote proof proofread propagate propose protect prove "
        "provide publish pull purchase purge pursue push put qualify quantify question quit raise reach react read "
        "realise realize rearrange reassess rebalance rebase rebuild recall receive recheck recite recognise recognize "
        "recommend reconcile reconnect reconsider recover recruit recycle redeem redefine redirect reduce refactor "
        "refer refinance refine reflect refrain refresh refrigerate refuse regain regulate reimagine reinforce "
        "reject rejoice relate relax relieve rely remain remember remind remove render renegotiate renew rent "
        "reorganise reorganize repair repeat rephrase replace reply repot request require rescue reserve resist "
        "resolve respect respond restore restrict resume retain rethink retire retrieve reuse reveal revisit reward "
        "rewrite rid rinse roast rotate rub sacrifice sand satisfy saute sauté savor savour say scan scatter schedule "
        "scrape scrub seal secure see seek select sell send separate serve set settle share sharpen shift shorten "
        "shred sieve sift simmer simplify sit skip slow smile snap soak socialise socialize soften solicit solidify "
        "solve soothe sow speak specialise specialize specify spend split spread sprinkle squeeze stabilise stabilize "
        "stay steer stick stir stop store streamline strengthen stretch strive stroll structure study submit subscribe "
        "substitute succeed suggest supervise surround survey survive sustain sweep swap switch synchronise "
        "synthesise tackle tailor take talk teach tell thank think thrive throw tidy tie tighten tolerate toss "
        "touch track train transfer transform translate transplant treat trim troubleshoot try tuck turn uncover "
        "understand undertake unfollow unify unleash unlearn unlock unplug unsubscribe untangle update upgrade upload "
        "uphold use utilise utilize vaccinate validate value vary ventilate verify visit visualise "
        "visualize volunteer wait wake walk warm wash wear weed weigh welcome whisk wipe withdraw wonder work "
        "wrap write yield practice "
        "accentuate air air-dry baste bet brainstorm bring-down brush bury butter close come copy cover cut "
        "deal depend dilute discourage dismantle dispel drink drive feel feed fight flip fly focus gamify hear heat "
        "inflate keep-up lazy-load let-go lift lighten loosen-up mail-merge mash melt memorize mourn outgrow own-up "
        "pair pinch play plug poach pray prune puree reap re-read replant ride rise roll run season self-assess "
        "sear shake shave sign sing sketch slice sleep smell snack speed spice spot stand start steam steep strain "
        "sip tap taste think-through trust undo unwind vent wean win"
    ).split()
)  # fmt: skip

NOUNS_TOO = frozenset(
    (
        "air copy cover exchange play plug ride rise roll run season shake shave sign sing smell snack spice spot stand "
        "steam strain tap taste trust vent repair reserve rescue respect request reply seed exchange host mass massage "
        "trim purchase bundle switch graph camp access account act address age aid aim anchor answer apologise approach archive arm attack audit balance bank "
        "bargain base batch blame block blog bond book boost bother bottle break brief broadcast budget buffer bug "
        "burn cache care cause center centre chain change charge chart chat check claim clean climb clip coach code "
        "color colour comment compliment compromise contact contract control cook cost counter couple cover craft "
        "cross crop crush cry curl curve cut cycle damage dance date deal debate delay demand design detail diet "
        "direct discipline display dispute document dot double draft dream dress drill drink drive drop dry dust duty "
        "echo edge effort email end escape estimate event exercise experience exploit export express eye face factor "
        "fall fast favor favour fear feature fence field figure file filter finance fine fire fish fit flag flavor "
        "flavour "
        "float flow focus foam form format forward foster fork frame freelance fruit fuel function fund glue grade "
        "grant group guard guess guide hack handle hand harm head heat highlight hike hint hold home hope house hunt "
        "ice impact import influence insure interest interview iron issue join joke journal judge jump key kick label "
        "land last laugh launch layer leash lease lease level light limit line link list load loan lock log loop "
        "love lunch mail "
        "make-up map mark market mask master match matter mean measure meet mentor mention milk mind mine mirror model "
        "mount move mulch name need nest network note notice nurse object offer open order outline own pace package "
        "paint "
        "pair panic park partner party pass patch pause peak permit phone picture pile pin place plan plant play plot "
        "point polish pool position post power practice praise press price prime print process produce profile profit "
        "program progress project promise prompt protest prune pump push puzzle question queue quiz quote race rain "
        "range rank rate reason rebel record reform regret release remark remedy rent report research rest result "
        "return review reward ride risk rock roll root route row rule rush sail salt sample save scale schedule "
        "school score scout screen script search season seat seed sense sentence separate shape shelter shelve ship "
        "shop "
        "shoulder show side signal silence sign sketch sleep slip smoke snack sort sound source space spare spell "
        "spin spot spray stack staff stage stake stamp state steam stem step stock store storm strain stream stress "
        "structure study style subject support surf surface survey swim talk target task tax team tend term test text "
        "thank thumb tie time tip toast tone tour towel toy trace trade trail train transport trap travel treat trend "
        "trick trip type upset value view visit voice volunteer vote wait walk wash waste watch water wave wax weather "
        "welcome whip wish wonder word work worry wrap zone "
        "complete slow warm calm clear cool dim free lower narrow quiet short smooth soft steady"
    ).split()
) - frozenset(
    (
        "check clean complete double embrace focus handle help hold keep lend let limit look make meet note open practice "
        "praise promise save schedule score separate shape take talk tie try use visit wash watch write label pack "
        "tackle own outsource approach learn review"
    ).split()
)  # fmt: skip
"""Words that are as often names of things: "Plan" and "Plan Your Week"."""

VERBS = _VERBS - NOUNS_TOO
PLAIN = VERBS | NOUNS_TOO
_ENDINGS = (("ies", "y"), ("es", ""), ("s", ""))
_DOUBLED = re.compile(r"([bdglmnprt])\1$")


def third(word: str) -> str:
    """The verb of which a word is the form for he, she and it ("reduces" -> "reduce"); "" if it is none."""
    return next((base for end, put in _ENDINGS if word.endswith(end) and (base := word[: -len(end)] + put) in PLAIN), "")


def gerund(word: str) -> str:
    """The verb of an -ing form ("planning" -> "plan"); "" if it is none. Rare verbs are known by their ending alone."""
    if not word.endswith("ing") or len(word) < 5:
        return ""
    return _root(word[:-3])


def past(word: str) -> str:
    """The verb of an -ed form ("improved" -> "improve"); "" if it is none."""
    return _root(word[:-2]) if word.endswith("ed") and len(word) > 4 else ""


def _root(stem: str) -> str:
    return next((base for base in (stem, f"{stem}e", _DOUBLED.sub(r"\1", stem)) if base in PLAIN), "")

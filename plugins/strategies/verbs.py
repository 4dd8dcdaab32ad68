"""English verbs that advice begins with, in the form that tells someone to do it.

Only the base form is listed; `third` and `gerund` lead back to it. Other languages have no table: what is in them is
judged by nothing but the words of `wording`.
"""

from __future__ import annotations

import re

VERBS = frozenset(
    (
        "abandon abide absorb accentuate accept accompany accomplish achieve acknowledge acquire activate adapt add "
        "adhere adjust admit adopt advertise advise advocate air-dry align allocate allow alternate amend analyse "
        "analyze announce anticipate apologize appeal appear apply appoint appreciate approve arrange arrive "
        "articulate ask assemble assert assess assign assist assume attach attain attend attract automate avoid "
        "bake ban barter baste be become befriend beg begin believe bend blanch blend boil borrow bounce brainstorm "
        "braise breastfeed breathe bring broaden browse brush build bury butter buy calculate call cancel "
        "capitalise capitalize caramelise caramelize carry carve categorise categorize celebrate centralise certify "
        "challenge check choose chop clarify classify clean close collaborate collect combat combine come comfort "
        "commit communicate compare compensate compete compile complete comply compose compress concentrate conduct "
        "configure confirm confront connect conserve consider consolidate construct consult consume contribute "
        "convert convey convince cooperate cope correct create cultivate customise customize debug decide declutter "
        "decorate dedicate deduct deepen defend defer define defrost delegate delete deliver demonstrate depend "
        "deploy describe deserve detect determine develop devote diagnose differentiate dig digitise digitize "
        "dilute diminish disable discard disclose disconnect discourage discover discuss disinfect dismantle "
        "dismiss dispel dispose distinguish distract distribute ditch dive diversify divide do double double-check "
        "download drain draw earn ease eat edit educate elevate eliminate embrace emphasise emphasize employ "
        "empower enable encourage encrypt engage enhance enjoy enlist enrich enrol enroll ensure enter entertain "
        "escalate establish evaluate examine exclude execute exfoliate expand expect experiment explain explore "
        "expose extend extract facilitate fasten feed feel fertilise fertilize fight fill finalise finalize find "
        "finish fix flatten flip floss fly focus fold follow force forget forgive formulate freeze fry fulfil "
        "fulfill gain gamify garnish gather generate get give go grab grate greet grill grind grip grow guarantee "
        "handle hang harness harvest have hear heed help hide hire hold hone honor honour hug humanise hydrate "
        "identify ignite ignore imagine imitate implement impress improve include incorporate increase indulge "
        "inflate inform initiate innovate inquire insert inspect inspire install insulate integrate interact "
        "intervene introduce invent invest investigate invite involve isolate juggle justify keep knead kneel know "
        "lay lazy-load lead learn leave lend lessen let leverage liberate lift lighten limit listen live localise "
        "locate look loosen lose lubricate maintain make manage manipulate marinate mash maximise maximize meditate "
        "melt memorise memorize merge mimic minimise minimize mix moderate modify monetise monetize monitor "
        "motivate mourn mow multiply navigate negotiate normalise normalize notify nourish nurture obey observe "
        "obtain omit open operate optimise optimize organise organize outgrow outsource overcome own pack "
        "participate pay peel perform persevere persist personalise personalize persuade photograph pick pinch "
        "pinpoint poach ponder portray possess postpone pour practice practise praise pray prefer preheat prepare "
        "present preserve prevent prioritise prioritize proceed procure promote proof proofread propagate propose "
        "protect prove provide publish pull puree purge pursue put qualify quantify quit raise re-read reach react "
        "read realise realize rearrange reassess rebalance rebase rebuild recall receive recheck recite recognise "
        "recognize recommend reconcile reconnect reconsider recover recruit recycle redeem redefine redirect reduce "
        "refactor refer refinance refine reflect refrain refresh refrigerate refuse regain regulate reimagine "
        "reinforce reject rejoice relate relax relieve rely remain remember remind remove render renegotiate renew "
        "reorganise reorganize repeat rephrase replace replant repot require resist resolve respond restore "
        "restrict resume retain rethink retire retrieve reuse reveal revisit rewrite rid rinse roast rotate rub "
        "sacrifice sand satisfy saute sauté savor savour say scan scatter schedule scrape scrub seal sear secure "
        "see seek select self-assess sell send separate serve set settle share sharpen shift shorten shred sieve "
        "sift simmer simplify sip sit skip slice smile snap soak socialise socialize soften solicit solidify solve "
        "soothe sow speak specialise specialize specify speed spend split spread sprinkle squeeze stabilise "
        "stabilize start stay steep steer stick stir stop streamline strengthen stretch strive stroll submit "
        "subscribe substitute succeed suggest supervise surround survive sustain swap sweep synchronise synthesise "
        "tackle tailor take talk teach tell think thrive throw tidy tie tighten tolerate toss touch track transfer "
        "transform translate transplant troubleshoot try tuck turn uncover understand undertake undo unfollow unify "
        "unlearn unleash unlock unplug unsubscribe untangle unwind update upgrade uphold upload use utilise utilize "
        "vaccinate validate vary ventilate verify visit visualise visualize wake wash wean wear weed weigh whisk "
        "win wipe withdraw write yield"
    ).split()
)

NOUNS_TOO = frozenset(
    (
        "access account act address age aid aim air anchor answer archive arm attack audit balance bank bargain "
        "base batch blame block blog bond book boost bother bottle break brief broadcast budget buffer bug bundle "
        "burn cache calm camp care cause center centre chain change charge chart chat claim clear climb clip coach "
        "code color colour comment compliment compromise contact contract control cook cool copy cost counter "
        "couple cover craft crop cross crush cry curl curve cut cycle damage dance date deal debate delay demand "
        "design detail diet dim direct discipline display dispute document dot draft dream dress drill drink drive "
        "drop dry dust duty echo edge effort email end escape estimate event exchange exercise experience exploit "
        "export express eye face factor fall fast favor favour fear feature fence field figure file filter finance "
        "fine fire fit flag flavor flavour float flow foam fork form format forward foster frame free freelance "
        "fuel function fund glue grade grant graph group guard guess guide hack hand harm head heat highlight hike "
        "hint home hope host house hunt ice impact import influence insure interest interview iron issue join joke "
        "journal judge jump key kick land last laugh launch layer lease leash level light line link list load loan "
        "lock log loop love lower lunch mail map mark market mask massage master match matter mean measure mention "
        "mentor mind mine mirror model mount move mulch name narrow need nest network notice nurse object offer "
        "order outline pace package paint pair panic park partner party pass patch pause peak permit phone picture "
        "pile pin place plan plant play plot plug point polish pool position post power press price prime print "
        "process produce profile profit program progress project prompt protest prune pump purchase push puzzle "
        "question queue quiet quiz quote race rain range rank rate reason rebel record reform regret release remark "
        "remedy rent repair reply report request rescue research reserve respect rest result return reward ride "
        "rise risk rock roll root route row rule run rush sail salt sample scale school scout screen script search "
        "season seat seed sense sentence shake shave shelter shelve ship shop short shoulder show side sign signal "
        "silence sing sketch sleep slip slow smell smoke smooth snack soft sort sound source space spare spell "
        "spice spin spot spray stack staff stage stake stamp stand state steady steam stem step stock store storm "
        "strain stream stress structure study style subject support surf surface survey swim switch tap target task "
        "taste tax team tend term test text thank time tip toast tone tour toy trace trade trail train transport "
        "trap travel treat trend trick trim trip trust type upset value vent view voice volunteer vote wait walk "
        "warm waste water wave wax weather welcome whip wish wonder word work worry wrap zone"
    ).split()
)
"""Words that are as often names of things: "Plan" and "Plan Your Week"."""

PLAIN = VERBS | NOUNS_TOO
_ENDINGS = (("ies", "y"), ("es", ""), ("s", ""))
_DOUBLED = re.compile(r"([bdglmnprt])\1$")


def third(word: str) -> str:
    """The verb of which a word is the form for he, she and it ("reduces" -> "reduce"); "" if it is none."""
    return next(
        (base for end, put in _ENDINGS if word.endswith(end) and (base := word[: -len(end)] + put) in PLAIN), ""
    )


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

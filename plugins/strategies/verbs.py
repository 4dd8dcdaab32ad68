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
        "analyze announce anticipate apologise apologize appeal appear apply appoint appreciate approach approve "
        "arrange arrive articulate ask assemble assert assess assign assist assume attach attain attend attract "
        "automate avoid bake ban barter baste be become befriend beg begin believe bend blanch blend boil bolster "
        "borrow bounce brainstorm braise breastfeed breathe bring broaden browse brush build bury butter buy "
        "calculate calibrate call cancel capitalise capitalize caramelise caramelize carry carve categorise "
        "categorize celebrate centralise certify challenge check cherish choose chop clamp clarify classify clean "
        "close coax collaborate collect combat combine come comfort commence commit communicate compare compensate "
        "compete compile complete comply compose compress concentrate condense conduct confess configure confirm "
        "confront congratulate connect conquer conserve consider consolidate construct consult consume contemplate "
        "contribute convert convey convince cooperate cope correct create cultivate curb customise customize "
        "deadhead debug decant decide declutter decorate dedicate deduct deepen defend defer define defrost deglaze "
        "delegate delete deliver demonstrate depend deploy deprioritise deprioritize descale describe deserve "
        "detect determine dethatch develop devote diagnose differentiate dig digitise digitize dilute diminish "
        "disable discard disclose disconnect discourage discover discuss disinfect dismantle dismiss dispel dispose "
        "distinguish distract distribute ditch dive diversify divide do dodge double double-check download drain "
        "draw earn ease eat edit educate elevate eliminate embed embrace emphasise emphasize employ empower emulate "
        "enable encourage encrypt endure enforce engage enhance enjoy enlarge enlist enrich enrol enroll ensure "
        "enter entertain erase escalate establish evaluate exaggerate examine exceed exclude execute exfoliate "
        "expand expect expedite experiment explain explore expose extend extract facilitate fasten feed feel fend "
        "fertilise fertilize fetch fight fill finalise finalize find finish fix flatten flip floss fluff fly focus "
        "fold follow force forego forget forgive formulate fortify freeze fry fulfil fulfill gain gamify garnish "
        "gather generate get give glaze go grab grate grease greenlight greet grill grind grip groom grow guarantee "
        "handle hang harness harvest have heal hear heed help hide hinder hire hold hone honor honour hug humanise "
        "hustle hydrate identify ignite ignore imagine imitate impart implement impress improve incentivise "
        "incentivize include incorporate increase indulge inflate inform infuse initiate innovate inquire insert "
        "inspect inspire install instil instill instruct insulate integrate interact interpret intervene introduce "
        "invent invert invest investigate invite involve isolate jettison jot juggle jumpstart justify keep "
        "kick-start knead kneel know label lather lay lazy-load lead learn leave lend lessen let leverage liaise "
        "liberate lift lighten limit listen live localise locate look loosen lose lubricate maintain make manage "
        "manipulate marinate mash maximise maximize meditate meet melt memorise memorize mend merge mimic minimise "
        "minimize mix mobilise mobilize moderate modify monetise monetize monitor motivate mourn mow multiply "
        "multitask muster narrate navigate negotiate nibble nip nominate normalise normalize note notify nourish "
        "nudge nurture obey observe obtain offload omit onboard open operate optimise optimize organise organize "
        "outgrow outsource overcome overestimate overhaul overlook oversee own pack pamper participate pay peel "
        "perform persevere persist personalise personalize persuade photograph pick pinch pinpoint pivot plaster "
        "pledge plunge poach ponder portray possess postpone pour practice practise praise pray pre-heat precook "
        "prefer preheat prepare prescribe present preserve presoak prevent prioritise prioritize proceed procure "
        "prohibit prolong promise promote proof proofread propagate propel propose protect prove provide publish "
        "pull punctuate puree purge pursue put qualify quantify quench quit raise rake rally re-read reach react "
        "read realise realize reallocate reap reapply rearrange reassess rebalance rebase rebook rebuild recall "
        "recap receive recharge recheck recite reclaim recognise recognize recommend recommit reconcile reconfigure "
        "reconnect reconsider recover recruit recycle redeem redefine redesign redirect reduce refactor refer "
        "refinance refine reflect refrain reframe refresh refrigerate refuse regain regroup regulate rehearse "
        "reheat reimagine reinforce reinvest reject rejoice rejuvenate relabel relate relax relearn relieve reload "
        "relocate rely remain remember remind remix remodel remove render renegotiate renew renovate reorder "
        "reorganise reorganize repaint repay repeat repel rephrase replace replant replenish reposition repot "
        "repurpose require reread reschedule reseal resell reshape resist resize resolve respond restore restrict "
        "resume retain retell retest rethink retire retrieve retry reuse reveal review revise revisit revive rewire "
        "rework rewrite rid rinse roast rotate rub sacrifice safeguard salvage sand satisfy saute sauté save savor "
        "savour say scan scatter schedule score scour scrape scrub scrutinise scrutinize seal sear secure see seek "
        "select self-assess sell send separate serve set settle shape share sharpen shift shoot shorten shred shun "
        "sidestep sieve sift signpost simmer simplify sip sit skim skip slice smile snap snuggle soak socialise "
        "socialize soften solicit solidify solve soothe sow spackle speak specialise specialize specify speed "
        "spellcheck spend split spread sprinkle squeeze stabilise stabilize stagger start stay steep steer "
        "sterilise sterilize stick stimulate stir stop stow streamline strengthen stretch strive stroll submit "
        "subscribe substitute succeed suggest supervise surrender surround survive sustain swap sweep sweeten swirl "
        "swish sync synchronise synthesise systematise tackle tailor take talk teach tell tether thaw thicken think "
        "thrive throw tidy tie tighten tolerate toss touch transfer transform translate transplant tread triage "
        "troubleshoot try tuck turn twirl unbox unclog uncover undercook underline underpin understand undertake "
        "undo unearth unfollow unhook unify uninstall unlearn unleash unload unlock unpack unplug unroll unscrew "
        "unsubscribe untangle unwind unwrap unzip upcycle update upgrade uphold upload upskill use utilise utilize "
        "vaccinate validate vary ventilate verbalise verify vet visit visualise visualize wade wake wander wash "
        "watch wean wear weatherproof weave weed weigh whisk whittle widen wiggle win wipe withdraw withhold "
        "withstand woo write yank yield zoom"
    ).split()
)

NOUNS_TOO = frozenset(
    (
        "access account act address age aid aim air anchor answer archive arm attack audit balance bank bargain "
        "base batch blame block blog bond book boost bother bottle break brief broadcast budget buffer bug bundle "
        "burn cache calm camp care cause center centre chain change charge chart chat claim clear climb clip coach "
        "coat code color colour comment compliment compost compromise contact contract control cook cool copy cost "
        "counter couple cover craft crop cross crush cry curl curve cut cycle damage dance date deal debate delay "
        "demand design detail diet dim direct discipline display dispute document dot draft dream dress drill drink "
        "drive drop dry dust duty echo edge effort email end escape estimate event exchange exercise experience "
        "exploit export express eye face factor fall fast favor favour fear feature fence field figure file filter "
        "finance fine fire fit flag flavor flavour float flow foam fork form format forward foster frame free "
        "freelance fuel function fund glue grade grant graph group guard guess guide hack hand harm head heat hem "
        "highlight hike hint hoe home hope hose host house hunt ice impact import influence insure interest "
        "interview iron issue join joke journal judge jump key kick land last laugh launch layer lease leash level "
        "light line link list load loan lobby lock log loop love lower lunch mail map mark market mask massage "
        "master match matter mean measure mention mentor mind mine mirror model mount move mulch nail name narrow "
        "need nest network notice nurse object offer order outline pace package paint pair panic park partner party "
        "pass patch pause peak permit phone pickle picture pile pin place plan plane plant play plot plug point "
        "polish pool position post power press preview price prime print process produce profile profit program "
        "progress project prompt prop protest prune pump purchase push puzzle question queue quiet quiz quote race "
        "rain range rank rate ration reason rebel record reform regret release remark remedy rent repair reply "
        "report request rescue research reserve reset respect rest restart result return reverse reward ride rise "
        "risk rock roll root route row rule run rush sail salt sample scale school scoop scout scrap screen script "
        "search season seat seed segment sense sentence shake shampoo shave shed shelter shelve shield ship shop "
        "short shoulder shovel show shower side sign signal silence sing sketch slash sleep slide slip slow smell "
        "smoke smooth snack soft sort sound source space spare spell spice spin spot spray sprout squat stack staff "
        "stage stain stake stamp stand stash state steady steam stem step stitch stock store storm strain stream "
        "stress strip structure study style subject support surf surface survey swim switch tap tape target task "
        "taste tax team tend term test text thank till tilt time tip toast tone top tour toy trace track trade "
        "trail train transport trap travel treat trend trick trigger trim trip trust tune twist type upset vacuum "
        "value vent view voice volunteer vote wait walk warm waste water wave wax weather welcome whip wire wish "
        "wonder word work worry wrap zip zone"
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


def _root(stem: str) -> str:
    return next((base for base in (stem, f"{stem}e", _DOUBLED.sub(r"\1", stem)) if base in PLAIN), "")

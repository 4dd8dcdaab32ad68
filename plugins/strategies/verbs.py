"""English verbs that advice begins with, in the form that tells someone to do it.

Only the base form is listed; `third` and `gerund` lead back to it. Other languages have no table: what is in them is
judged by nothing but the words of `wording`.
"""

from __future__ import annotations

import re

VERBS = frozenset(
    (
        "abandon abide absorb abstain accelerate accentuate accept accommodate accompany accomplish accumulate accuse "
        "achieve acknowledge acquire activate adapt add adhere adjust administer admire admit adopt advertise advise "
        "advocate affirm agree air-dry align alleviate allocate allow alter alternate amend analyse analyze announce "
        "annoy anticipate apologise apologize appeal appear applaud apply appoint appreciate approach approve argue "
        "arrange arrive articulate ascend ask assemble assert assess assign assist assume assure attach attain attend "
        "attract automate avoid await awaken bake ban barter baste be become befit befriend beg begin behave believe "
        "bend blanch blend blush boil bolster borrow bounce brainstorm braise breastfeed breathe brighten bring "
        "broaden browse brush build bury butter buy calculate calibrate call cancel carry carve cater cease celebrate "
        "challenge check cherish choose chop circulate cite clamp clean cleanse cling close coax collaborate collect "
        "combat combine come comfort commemorate commence commit communicate commute compare compensate compete "
        "compile complain complete comply compose compress compute conceal conceive concentrate conclude condense "
        "conduct confer confess configure confirm conform confront confuse congratulate congregate conjure connect "
        "conquer conserve consider consist consolidate construct consult consume contain contemplate continue "
        "contribute convene convert convey convince cooperate coordinate cope correct crave create cultivate curb "
        "customise customize dampen darken deadhead debug decant decide decipher declare declutter decode decorate "
        "dedicate deduct deepen defend defer define deflect defrost defy deglaze delegate delete deliver delve "
        "demolish demonstrate deny depart depend deploy deprive descale descend describe deserve despise detect "
        "determine dethatch develop devote devour diagnose differ differentiate dig dilute diminish dine disable "
        "disappear disappoint discard disclose disconnect discourage discover discuss disinfect dismantle dismiss "
        "dispel dispense dispose disrupt distinguish distract distribute disturb ditch dive divide do dodge donate "
        "double download drain draw dunk earn ease eat edit educate elaborate elevate eliminate embark embarrass "
        "embed embody embrace emerge emit emphasise emphasize employ empower emulate enable encourage encrypt endorse "
        "endure enforce engage enhance enjoy enlarge enlighten enlist enrich enrol enroll ensure enter entertain "
        "entice envision equate eradicate erase escalate establish evacuate evade evaluate evoke evolve exaggerate "
        "examine exceed excel exclude execute exert exfoliate exhaust exist expand expect expedite experiment explain "
        "explore expose extend extract facilitate fade fasten feed feel fend fetch fight fill find finish fix flatten "
        "flee flip floss fluff fly focus fold follow force forego forget forgive formulate freeze freshen fry fulfil "
        "fulfill furnish gain garnish gather generate get give glaze go grab grate grease greenlight greet grieve "
        "grill grind grip groom grow guarantee handle hang happen harden harness harvest hasten have heal hear heed "
        "heighten help hesitate hide hinder hire hold hone honor honour hug hustle hydrate ignite ignore illustrate "
        "imagine imitate impart implement impress improve include incorporate increase indicate indulge infer inflate "
        "inform infuse inhale initiate inject innovate inquire insert insist inspect inspire install instil instill "
        "instruct insulate integrate intend interact interpret interrupt intervene introduce invent invert invest "
        "investigate invite invoke involve isolate jettison jot juggle jumpstart keep kick-start knead kneel know "
        "label lather lay lazy-load lead learn leave lend lengthen lessen let leverage liaise liberate lift lighten "
        "limit linger listen live loathe locate look loosen lose lubricate maintain make manage manipulate marinate "
        "marry mash meditate meet melt mend merge migrate mimic mislead mitigate mix moderate monitor motivate mourn "
        "mow multiply multitask muster mute narrate navigate negotiate nibble nip nominate note nourish nudge nurture "
        "obey observe obtain occupy offend offload omit onboard open operate oppose opt originate outgrow outsource "
        "overcome overcook overdo overeat overestimate overhaul overload overlook overpay override oversee overspend "
        "overtake overthink overwater owe own pack pamper participate pay peel perceive perform persevere persist "
        "persuade photograph pick pinch pinpoint pivot plaster plead pledge plunge poach ponder portray possess "
        "postpone pour practice practise praise pray pre-heat preach precook predict prefer preheat prepare prescribe "
        "present preserve presoak presume pretend prevent proceed procure prohibit prolong promise promote proof "
        "proofread propagate propel propose protect prove provide provoke publish pull punctuate puree purge pursue "
        "put quench quicken quit raise rake rally reach react read reap rebalance rebase rebook recap receive "
        "recharge reclaim recognise recognize recommend reconcile recount recover recruit recycle redeem redesign "
        "redirect reduce refactor refer refinance refine reflect refrain reframe refresh refrigerate refuse regroup "
        "regulate rehabilitate rehearse reheat reinforce reiterate reject rejoice rejoin rejuvenate relate relax "
        "relieve reload rely remain remember remind remodel remove render renew renounce renovate reorder repaint "
        "repeat repel rephrase replace replant replenish replicate reposition repot repurpose require resist resize "
        "respond restore restrain restrict resume retain retest retire retreat retrieve revamp reveal revert review "
        "revive rewire rework rid rinse roam roast rotate rub ruin sacrifice safeguard salvage sand satisfy saute "
        "sauté save savor savour say scan scatter schedule score scour scrape scrub seal sear secure see seek seize "
        "select sell send separate serve set settle shape share sharpen shift shoot shorten shred shun sidestep sieve "
        "sift signpost simmer simulate sip sit skim skip slice smile snap snuggle soak soar soften solicit solve "
        "soothe sow spackle speak speed spellcheck spend split spread sprinkle squeeze stagger start stay steep steer "
        "stick stimulate stir stop stow straighten streamline strengthen stretch strive stroll submit subscribe "
        "substitute subtract succeed succumb suffer suggest supervise suppose surrender surround survive suspend "
        "sustain swap swear sweep sweeten swirl swish sync synthesise tackle tailor take talk teach tease tell tether "
        "thaw thicken think threaten thrive throw tidy tie tighten tolerate toss touch toughen transfer transform "
        "translate transmit transplant tread triage troubleshoot try tuck turn twirl unbox unclog unclutter uncork "
        "uncover undercook undergo underline undermine underpin undersell understand undertake undo unearth unfold "
        "unfollow unhook uninstall unite unlearn unleash unload unlock unmute unpack unplug unroll unscrew unsend "
        "unsubscribe untangle unveil unwind unwrap unzip upcycle update upgrade uphold upload upskill use vaccinate "
        "validate vary ventilate vet visit wade waive wake wander warn wash watch weaken wean wear weatherproof weave "
        "weed weigh whisk whittle widen wiggle win wipe withdraw withhold withstand woo write yank yield zoom"
    ).split()
)

NOUNS_TOO = frozenset(
    (
        "access account act address advance age aid aim air anchor answer archive arm attack attempt audit award back "
        "balance bank bargain base batch bind bite blame block blog boast bond book boost bother bottle bow box brag "
        "break bridge brief broadcast budget buffer bug bully bundle burn cache calm camp capture care catch cause "
        "center centre chain champion change channel charge chart chase chat cheat cheer chronicle claim clap clear "
        "climb clip coach coat code color colour command comment compliment compost compromise contact contract "
        "contrast control cook cool copy cost count counter couple cover crack craft credit crop cross crumble crush "
        "cry curl curve cut cycle damage dance dash date deal debate default delay delight demand design detail diet "
        "dim dip direct discipline discount display dispute document dot draft drag dream dress drift drill drink "
        "drive drop dry duck dump dust duty dwell echo edge effort email end engineer escape estimate event exchange "
        "exercise exhibit exit experience exploit export express eye face factor fail fake fall fast favor favour "
        "fear feast feature fence field figure file filter finance fine fire fit flag flash flavor flavour flirt "
        "float flow flush foam forecast fork form format forward foster frame free freelance fuel function fund "
        "gamble gift glance glue grade graduate grant graph grasp graze group guard guess guide hack hammer hand harm "
        "haul head heat hem highlight hike hint hitch hoe home hook hop hope hose host house hunt hurdle hurry ice "
        "impact import influence insure interest interview iron issue join joke journal judge jump key kick kiss "
        "knock land last laugh launch layer lean lease leash lecture letter level license lie light line link list "
        "load loan lobby lock log loop love lower lunch mail map march mark market mask massage master match matter "
        "mean measure mention mentor message mill mind mine mirror miss mist moan mock model mount move mulch muse "
        "nail name nap narrow need nest network nick nod notice nurse object offer offset order outline pace package "
        "pad paint pair panic park partner party pass paste patch patrol pause peak peek perfect permit phase phone "
        "pickle picture piece pile pin pioneer pitch place plan plane plant play plot plug pocket point poke polish "
        "poll pool pop position post power press preview price prick prime print probe process prod produce profile "
        "profit program progress project prompt prop protest prune puff pulse pump punch purchase push puzzle "
        "question queue quiet quiz quote race rain ram range rank rate ration reason rebel rebound record reference "
        "reform regard regret relay release remake remark remedy rent repair reply report request rescue research "
        "reserve reset respect rest restart result return reverse reward ride ring rip rise risk rival rock roll root "
        "route row rule run rush sail salt salute sample scale scare school scoop scout scramble scrap scratch scream "
        "screen screw scribble script scroll search season seat seed segment sense sentence shade shadow shake "
        "shampoo shave shed shelter shelve shield shine ship shock shop short shoulder shout shovel show shower shrug "
        "side sign signal silence sing skate sketch slash sleep slide slip slow smell smoke smooth snack sneak soft "
        "sort sound source space spare spell spice spill spin splash splurge sponge sponsor spot spray sprout spruce "
        "squat stack staff stage stain stake stall stamp stand stare stash state steady steal steam stem step stitch "
        "stock store storm strain strap stray stream stress stride strike strip stroke structure struggle study stuff "
        "style sub subject sum supplement supply support surf surface surge surprise survey swallow sway swim swing "
        "swipe switch tag tally tame tan tap tape target task taste tax team tear tempt tend term test text thank "
        "thread till tilt time tinker tip tire toast tone top tour tout tow toy trace track trade trail train tramp "
        "transport trap travel treat trend trick trigger trim trip trust tug tune tutor tweak twist type upset urge "
        "vacuum value vent venture view voice volunteer vote vow wait walk warm waste water wave wax weather welcome "
        "weld whip whisper whistle wire wish witness wonder word work worry worship wrap wreck zip zone"
    ).split()
)
"""Words that are as often names of things: "Plan" and "Plan Your Week"."""

# Verbs are made faster than they can be listed: "digitise" and "gamify", "reheat" and "over-communicate".
_MADE = re.compile(r"\w*(?:[aeiou][lnrtv]|rd|im|ic)i[sz]e|\w{2,}ify")
_PREFIX = re.compile(r"re(?!-)|(?:re|co|de|un|pre|out|over|under|cross|double|self)-")
_ENDINGS = (("ies", "y"), ("es", ""), ("s", ""))
_DOUBLED = re.compile(r"([bdglmnprt])\1$")


def is_verb(word: str) -> bool:
    """Is it a verb, and hardly ever a noun?"""
    if word in VERBS or _MADE.fullmatch(word):
        return True
    prefix = _PREFIX.match(word)
    return prefix is not None and word[prefix.end() :] in VERBS and word not in NOUNS_TOO


def third(word: str) -> str:
    """The verb of which a word is the form for he, she and it ("reduces" -> "reduce"); "" if it is none."""
    return next(
        (base for end, put in _ENDINGS if word.endswith(end) and may_be_verb(base := word[: -len(end)] + put)), ""
    )


def gerund(word: str) -> str:
    """The verb of an -ing form ("planning" -> "plan"); "" if it is none. Rare verbs are known by their ending alone."""
    if not word.endswith("ing") or len(word) < 5:
        return ""
    return _root(word[:-3])


def may_be_verb(word: str) -> bool:
    return word in NOUNS_TOO or is_verb(word)


def _root(stem: str) -> str:
    return next((base for base in (stem, f"{stem}e", _DOUBLED.sub(r"\1", stem)) if may_be_verb(base)), "")

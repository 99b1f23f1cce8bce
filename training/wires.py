#!/usr/bin/env python3
"""Writes wire-like sentences with their trees, made for this project from a small grammar, as CoNLL-U.

The treebanks hold little agency prose: a name, a verb in the past, another name. Without such sentences the parser takes
"Ethiopia accused Egypt" for a noun phrase. Names are facts; every sentence is put together here.
Usage: wires.py COUNT SEED > wires.conllu
"""
import random
import sys

STATES = """China Russia Iran Iraq Egypt Ethiopia Kenya Uganda Poland Hungary Romania Serbia Kosovo Turkey Greece Cyprus Israel
Jordan Lebanon Syria Yemen Qatar Kuwait Oman Pakistan India Nepal Bangladesh Myanmar Thailand Vietnam Laos Cambodia Malaysia
Singapore Indonesia Philippines Australia Fiji Tonga Samoa Japan Mongolia Kazakhstan Georgia Armenia Azerbaijan Ukraine Belarus
Moldova Estonia Latvia Lithuania Finland Sweden Norway Denmark Iceland Ireland Britain France Spain Portugal Italy Malta Austria
Switzerland Germany Belgium Canada Mexico Cuba Haiti Jamaica Panama Colombia Venezuela Peru Chile Bolivia Brazil Argentina
Morocco Algeria Tunisia Libya Sudan Chad Niger Mali Senegal Ghana Nigeria Cameroon Gabon Rwanda Burundi Zambia Zimbabwe""".split()
TWO_WORD = "New:Zealand North:Korea South:Korea Saudi:Arabia Sri:Lanka South:Africa".split()
ADJECTIVES = """Chinese Russian Iranian Iraqi Egyptian Kenyan Polish Hungarian Romanian Serbian Turkish Greek Israeli Lebanese Syrian
Qatari Pakistani Indian Thai Vietnamese Malaysian Indonesian Australian Fijian Japanese Kazakh Armenian Ukrainian Belarusian Estonian
Finnish Swedish Norwegian Danish Irish British French Spanish Portuguese Italian Austrian Swiss German Belgian Canadian Mexican Cuban
Colombian Peruvian Chilean Brazilian Moroccan Algerian Libyan Sudanese Nigerian Rwandan Zambian""".split()
CAPITALS = """Beijing Moscow Tehran Baghdad Cairo Nairobi Warsaw Budapest Bucharest Belgrade Ankara Athens Jerusalem Amman Beirut
Damascus Doha Islamabad Delhi Kathmandu Bangkok Hanoi Jakarta Canberra Tokyo Kyiv Minsk Riga Helsinki Stockholm Oslo Copenhagen
Dublin London Paris Madrid Lisbon Rome Vienna Berlin Brussels Ottawa Havana Bogota Lima Santiago Brasilia Rabat Tripoli Khartoum
Wellington Washington Pretoria Abuja Kigali""".split()
BODIES = "NATO ASEAN UNESCO OPEC ECOWAS Hamas Hezbollah Parliament Interpol Mercosur".split()
GIVEN = """Anna Boris Carlos Dmitri Elena Fatima George Hassan Ivan Juan Karim Luis Maria Nikolai Omar Pedro Rashid Sergei Tariq
Viktor Yusuf Zainab Emmanuel Angela Kaja Mette Sanna Olaf Justin Jacinda Narendra Joko Anwar Prayut Fumio Wang Li Zhang Lee Park
Nguyen Tran Kim Abdel Mohamed Ahmed Recep Hakan Benjamin Yair Isaac""".split()
FAMILY = """Petrov Silva Garcia Novak Kowalski Haddad Rahman Okafor Mensah Diallo Traore Nkrumah Yilmaz Papadopoulos Larsen Virtanen
Jansen Muller Rossi Costa Moreau Dubois Singh Sharma Perera Widodo Santos Tanaka Suzuki Yi Jianping Haitao Chol-su Minh Chen
Al-Khatib Al-Mansour Ben-Ami Cohen Levin Barzani Luxembourg Peters Luxon Ardern Albanese Wong Marles""".split()
TITLES = [["Prime", "Minister"], ["Foreign", "Minister"], ["Defence", "Minister"], ["Defense", "Secretary"], ["Finance", "Minister"],
          ["President"], ["Chancellor"], ["Ambassador"], ["King"], ["Senator"], ["Premier"], ["General"], ["Secretary-General"]]
OF_TITLES = ["Secretary of State", "Minister of Defence", "Minister of Finance", "Secretary of Defense", "Minister of Trade"]
SPEAKERS = ["Foreign Ministry spokesman", "foreign ministry spokeswoman", "government spokesman", "Kremlin spokesman", "State Department spokesman"]
GROUPS = "troops soldiers police rebels militants officials lawmakers diplomats protesters envoys forces authorities warplanes".split()
TRANSITIVE = """accused blamed condemned criticised denounced urged warned threatened sanctioned attacked invaded bombed shelled backed
supported praised welcomed thanked congratulated recognised rejected rebuffed visited met hosted received summoned expelled deported
arrested detained freed released pardoned invited telephoned assisted helped supplied armed trained deployed seized occupied annexed
blockaded boycotted sued investigated charged convicted sentenced killed wounded shot kidnapped ousted toppled overthrew fought struck
told asked called offered defended joined left quit banned blocked restricted fined sacked recalled withdrew pressed pushed""".split()
NOUN_VERBS = """imposed lifted eased signed ratified rejected announced postponed cancelled suspended held voiced expressed raised
lodged launched ended resumed restored severed cut broke reached proposed accepted welcomed condemned denied reopened closed delivered
sent provided offered pledged promised tested fired deployed withdrew boycotted opened""".split()
INTRANSITIVE = "resigned retreated withdrew surrendered protested cooperated negotiated arrived left died apologised complained".split()
NOUNS = """sanctions talks ties relations troops missiles tariffs proposals negotiations protests
consultations restrictions reservations objections weapons observers hostages demands concerns""".split()
MASS = "aid medicine concern alarm solidarity support cooperation criticism opposition".split()
SINGULAR = "agreement treaty ceasefire embargo visit summit deal plan attack decision resolution offer invitation request ban blockade".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
PREPOSITIONS = "with against over to from in on after about".split()
SAYING = "said announced warned insisted added claimed confirmed denied told stressed reported".split()
BASE = """visit meet invite condemn support join attack sign reject host receive help withdraw deport release recognise urge send""".split()


class Phrase:
    """Words as [form, upos, xpos, head (index here, -1 for the phrase's own head), label]."""

    def __init__(self, words):
        self.words = words

    @property
    def head(self):
        return next(i for i, w in enumerate(self.words) if w[3] == -1)


def word(form, upos, xpos):
    return Phrase([[form, upos, xpos, -1, ""]])


def join(head, before=(), after=()):
    """A phrase whose head takes (label, phrase) dependents before and after it, in order."""
    words, offset = [], 0
    parts = [*((label, p) for label, p in before), (None, head), *((label, p) for label, p in after)]
    start = sum(len(p.words) for label, p in before)
    top = start + head.head
    for label, part in parts:
        for form, upos, xpos, up, own in part.words:
            if up >= 0:
                words.append([form, upos, xpos, up + offset, own])
            elif label is None:
                words.append([form, upos, xpos, -1, own])
            else:
                words.append([form, upos, xpos, top, label])
        offset += len(part.words)
    return Phrase(words)


def state(r):
    roll = r.random()
    if roll < 0.12:
        first, second = r.choice(TWO_WORD).split(":")
        return join(word(second, "PROPN", "NNP"), [("amod" if first in ("New", "North", "South") else "compound", word(first, "ADJ" if first in ("New", "North", "South") else "PROPN", "NNP"))])
    if roll < 0.75:
        return word(r.choice(STATES), "PROPN", "NNP")
    return word(r.choice(CAPITALS), "PROPN", "NNP")


def person(r, titled=0.6):
    name = [word(r.choice(FAMILY), "PROPN", "NNP")]
    head = word(r.choice(GIVEN), "PROPN", "NNP")
    if r.random() < 0.1:
        name.append(word(r.choice(FAMILY), "PROPN", "NNP"))
    whole = join(head, after=[("flat", n) for n in name])
    if r.random() >= titled:
        return whole if r.random() < 0.6 else word(r.choice(FAMILY), "PROPN", "NNP")
    if r.random() < 0.12:
        *modifiers, main = r.choice(SPEAKERS).split()
        parts = [("compound", word(m, "PROPN" if m[0].isupper() else "NOUN", "NNP" if m[0].isupper() else "NN")) for m in modifiers[:-1]]
        inner = join(word(modifiers[-1], "PROPN" if modifiers[-1][0].isupper() else "NOUN", "NNP" if modifiers[-1][0].isupper() else "NN"), [("amod" if modifiers[0].lower() == "foreign" else "compound", p) for _, p in parts])
        adjective = [("amod", word(r.choice(ADJECTIVES), "ADJ", "JJ"))] if r.random() < 0.5 else []
        return join(whole, [("nmod:desc", join(word(main, "NOUN", "NN"), [*adjective, ("compound", inner)]))])
    if r.random() < 0.18:
        main, of, last = r.choice(OF_TITLES).split()
        tail = join(word(last, "PROPN", "NNP"), [("case", word(of, "ADP", "IN"))])
        before = []
        if r.random() < 0.6:
            before.append(("compound", word("U.S.", "PROPN", "NNP")) if r.random() < 0.5 else ("amod", word(r.choice(ADJECTIVES), "ADJ", "JJ")))
        return join(whole, [("nmod:desc", join(word(main, "PROPN", "NNP"), before, [("nmod", tail)]))])
    *modifiers, main = r.choice(TITLES)
    before = []
    roll = r.random()
    if roll < 0.5:
        before.append(("amod", word(r.choice(ADJECTIVES), "ADJ", "JJ")))
    elif roll < 0.65:
        before.append(("compound", state(r)))
    before += [("amod" if m in ("Prime", "Foreign") else "compound", word(m, "ADJ" if m in ("Prime", "Foreign") else "PROPN", "NNP")) for m in modifiers]
    return join(whole, [("nmod:desc", join(word(main, "PROPN", "NNP"), before))])


def officer(r):
    """An office in small letters is a common noun, whatever it is in a title."""
    first = r.choice(["foreign", "prime", "defence", "finance", "trade", "interior", None, None])
    main = word(r.choice(["president", "envoy", "ambassador", "chancellor", "king", "senator"]) if first is None else "minister", "NOUN", "NN")
    own = [] if first is None else [("amod", word(first, "ADJ", "JJ")) if first in ("foreign", "prime") else ("compound", word(first, "NOUN", "NN"))]
    roll = r.random()
    if roll < 0.4:
        before, after = [("det", word("the", "DET", "DT"))], []
        if r.random() < 0.6:
            after = [("nmod", join(state(r), [("case", word("of", "ADP", "IN"))]))]
    elif roll < 0.7:
        before, after = [("det", word("the", "DET", "DT")), ("amod", word(r.choice(ADJECTIVES), "ADJ", "JJ"))], []
    elif roll < 0.85:
        before, after = [("nmod:poss", word("its", "PRON", "PRP$"))], []
    else:
        before, after = [("nmod:poss", join(state(r), after=[("case", word("'s", "PART", "POS"))]))], []
    return join(main, [*before, *own], after)


def group(r):
    head = word(r.choice(GROUPS), "NOUN", "NNS")
    roll = r.random()
    if roll < 0.5:
        return join(head, [("amod", word(r.choice(ADJECTIVES), "ADJ", "JJ"))])
    if roll < 0.7:
        return join(head, [("nummod", word(r.choice("two three four five dozens".split()), "NUM", "CD"))])
    return head


def party(r):
    roll = r.random()
    if roll < 0.45:
        return state(r)
    if roll < 0.75:
        return officer(r) if r.random() < 0.35 else person(r)
    if roll < 0.83:
        return word(r.choice(BODIES), "PROPN", "NNP")
    if roll < 0.93:
        return group(r)
    one, other = (person(r, 0.85), person(r, 0.85)) if r.random() < 0.45 else (state(r), state(r))
    return join(one, after=[("conj", join(other, [("cc", word("and", "CCONJ", "CC"))]))])


def is_plural(p):
    return any(w[4] == "conj" for w in p.words) or p.words[p.head][2] == "NNS"


def thing(r):
    kind = r.random()
    if kind < 0.15:
        head, before = word(r.choice(MASS), "NOUN", "NN"), []
    elif kind < 0.55:
        head = word(r.choice(NOUNS), "NOUN", "NNS")
        before = [("amod", word(r.choice("new fresh joint economic military direct".split()), "ADJ", "JJ"))] if r.random() < 0.4 else []
    else:
        head = word(r.choice(SINGULAR), "NOUN", "NN")
        before = [("det", word(r.choice("a the".split()), "DET", "DT"))]
    roll = r.random()
    if roll < 0.2:
        before = [("nmod:poss", join(state(r), after=[("case", word(r.choice(["'s", "’s"]), "PART", "POS"))]))]
    elif roll < 0.35:
        before = [*before, ("amod", word(r.choice(ADJECTIVES), "ADJ", "JJ"))]
    after = []
    if r.random() < 0.35:
        after.append(("nmod", join(party(r), [("case", word(r.choice(PREPOSITIONS), "ADP", "IN"))])))
    return join(head, before, after)


def when(r):
    roll = r.random()
    month = word(r.choice("January February March April May June July August September October November December".split()), "PROPN", "NNP")
    if roll < 0.25:
        return ("obl", join(month, [("case", word("on", "ADP", "IN"))], [("nummod", word(str(r.randint(1, 30)), "NUM", "CD"))]))
    if roll < 0.35:
        return ("obl", join(month, [("case", word("in", "ADP", "IN"))]))
    day = word(r.choice(DAYS), "PROPN", "NNP")
    if r.random() < 0.5:
        return ("obl", join(day, [("case", word("on", "ADP", "IN"))]))
    return ("obl:unmarked", day)


def place(r):
    return ("obl", join(word(r.choice(CAPITALS), "PROPN", "NNP"), [("case", word("in", "ADP", "IN"))]))


def extras(r):
    found = []
    if r.random() < 0.35:
        found.append(when(r))
    if r.random() < 0.2:
        found.append(place(r))
    return found


def oblique(r):
    return ("obl", join(party(r) if r.random() < 0.6 else thing(r), [("case", word(r.choice(PREPOSITIONS), "ADP", "IN"))]))


def infinitive(r):
    return join(word(r.choice(BASE), "VERB", "VB"), [("mark", word("to", "PART", "TO"))], [("obj", party(r) if r.random() < 0.6 else thing(r)), *extras(r)])


def clause(r):
    subject, roll = party(r), r.random()
    aux = "have" if is_plural(subject) else "has"
    was = "were" if is_plural(subject) else "was"
    if roll < 0.24:
        return join(word(r.choice(TRANSITIVE), "VERB", "VBD"), [("nsubj", subject)], [("obj", party(r)), *([oblique(r)] if r.random() < 0.3 else []), *extras(r)])
    if roll < 0.44:
        return join(word(r.choice(NOUN_VERBS), "VERB", "VBD"), [("nsubj", subject)], [("obj", thing(r)), *([oblique(r)] if r.random() < 0.15 else []), *extras(r)])
    if roll < 0.52:
        return join(word(r.choice(INTRANSITIVE), "VERB", "VBD"), [("nsubj", subject)], [*([oblique(r)] if r.random() < 0.5 else []), *extras(r)])
    if roll < 0.62:
        verb = r.choice([v for v in TRANSITIVE if v.endswith("ed")])
        return join(word(verb, "VERB", "VBN"), [("nsubj", subject), ("aux", word(aux, "AUX", "VBP" if aux == "have" else "VBZ"))], [("obj", party(r) if r.random() < 0.6 else thing(r)), *extras(r)])
    if roll < 0.74:
        verb = r.choice([v for v in TRANSITIVE if v.endswith("ed")])
        after = [("obl:agent", join(party(r), [("case", word("by", "ADP", "IN"))]))] if r.random() < 0.6 else []
        return join(word(verb, "VERB", "VBN"), [("nsubj:pass", subject), ("aux:pass", word(was, "AUX", "VBD"))], [*after, *extras(r)])
    if roll < 0.8:
        verb = word(r.choice("invited urged asked pressed told ordered allowed forced".split()), "VERB", "VBD")
        return join(verb, [("nsubj", subject)], [("obj", party(r)), ("xcomp", infinitive(r))])
    if roll < 0.85:
        return join(word(r.choice("agreed refused vowed pledged threatened declined decided offered".split()), "VERB", "VBD"), [("nsubj", subject)], [("xcomp", infinitive(r))])
    if roll < 0.92:
        return join(word(r.choice(BASE), "VERB", "VB"), [("nsubj", subject), ("aux", word(r.choice("will would may could".split()), "AUX", "MD"))], [("obj", party(r) if r.random() < 0.6 else thing(r)), *extras(r)])
    return join(word(r.choice("accused blamed suspected warned".split()), "VERB", "VBD"), [("nsubj", subject)],
                [("obj", party(r)), ("obl", join(word(r.choice("meddling spying aggression espionage corruption fraud".split()), "NOUN", "NN"), [("case", word("of", "ADP", "IN"))])), *extras(r)])


PLANNED = """agreed announced planned scheduled signed reached brokered proposed arranged negotiated drafted launched called set due expected
approved ratified concluded mediated""".split()
TELLING = "reports claims rumours allegations suggestions accusations speculation".split()
WORRIES = "concern alarm unease anger worry dismay doubts fears regret".split()
PURPOSES = "decision plan bid attempt effort refusal promise proposal right move offer threat pledge readiness willingness".split()
DONE = "postponed cancelled delayed denied dismissed rejected condemned confirmed welcomed suspended extended scrapped criticised".split()
GERUNDS = """joining visiting meeting attacking arming hosting sending buying testing deploying expelling recognising supporting blocking
signing leaving exploring""".split()


def comma():
    return ("punct", word(",", "PUNCT", ","))


def matter(r):
    """A visit, talks, a deal: what is agreed, put off and denied."""
    if r.random() < 0.3:
        return join(word("talks", "NOUN", "NNS"), after=[("nmod", join(state(r), [("case", word("between", "ADP", "IN"))], [("conj", join(state(r), [("cc", word("and", "CCONJ", "CC"))]))]))])
    before = [("nmod:poss", join(party(r), after=[("case", word("'s", "PART", "POS"))]))] if r.random() < 0.4 else [("det", word(r.choice(["the", "a"]), "DET", "DT"))]
    after = [("nmod", join(party(r), [("case", word(r.choice(["to", "with", "of"]), "ADP", "IN"))]))] if r.random() < 0.5 else []
    return join(word(r.choice(SINGULAR), "NOUN", "NN"), before, after)


def fate(r, plural):
    """What becomes of a matter: subject label, and the verb with what stands before and after it."""
    roll = r.random()
    if roll < 0.45:
        return "nsubj:pass", word(r.choice(DONE), "VERB", "VBN"), [("aux:pass", word("were" if plural else "was", "AUX", "VBD"))], ([("obl:agent", join(party(r), [("case", word("by", "ADP", "IN"))]))] if r.random() < 0.4 else [])
    if roll < 0.65:
        return "nsubj:pass", word(r.choice(DONE), "VERB", "VBN"), [("aux", word("have" if plural else "has", "AUX", "VBP" if plural else "VBZ")), ("aux:pass", word("been", "AUX", "VBN"))], []
    if roll < 0.8:
        negation = [("advmod", word("not", "PART", "RB"))] if r.random() < 0.4 else []
        return "nsubj", word(r.choice(["go", "take"]), "VERB", "VB"), [("aux", word("will", "AUX", "MD")), *negation], [("advmod", word("ahead", "ADV", "RB"))]
    return "nsubj", word(r.choice("collapsed failed ended resumed continued".split()), "VERB", "VBD"), [], [when(r)] if r.random() < 0.5 else []


def reduced(r):
    """A participle between commas is no main verb: "The visit, agreed in January, has been postponed"."""
    subject = matter(r)
    time = word(r.choice("January March May July October December Friday Monday".split()), "PROPN", "NNP")
    roll = r.random()
    if roll < 0.5:
        tail = ("obl", join(time, [("case", word(r.choice(["in", "on", "for"]), "ADP", "IN"))]))
    elif roll < 0.75:
        tail = ("obl:agent", join(party(r), [("case", word("by", "ADP", "IN"))]))
    else:
        tail = ("obl:unmarked", join(word(r.choice(["week", "month", "year"]), "NOUN", "NN"), [("amod", word("last", "ADJ", "JJ"))]))
    participle = join(word(r.choice(PLANNED), "VERB", "VBN"), [comma()], [tail])
    label, verb, before, after = fate(r, is_plural(subject))
    return join(verb, [(label, join(subject, after=[("acl", participle)])), comma(), *before], after)


def told(r):
    """"Reports that Chad left were denied": the clause is the noun's."""
    noun = r.choice(TELLING)
    content = join(clause(r), [("mark", word("that", "SCONJ", "IN"))])
    before = [("amod", word(r.choice(ADJECTIVES), "ADJ", "JJ"))] if r.random() < 0.25 else []
    subject = join(word(noun, "NOUN", "NNS" if noun.endswith("s") else "NN"), before, [("acl", content)])
    if r.random() < 0.5:
        return join(word(r.choice("wrong untrue false baseless unfounded exaggerated".split()), "ADJ", "JJ"), [("nsubj", subject), ("cop", word("were" if noun.endswith("s") else "was", "AUX", "VBD"))])
    label, verb, aux, after = "nsubj:pass", word(r.choice("denied dismissed rejected confirmed".split()), "VERB", "VBN"), [("aux:pass", word("were" if noun.endswith("s") else "was", "AUX", "VBD"))], []
    if r.random() < 0.5:
        after = [("obl:agent", join(party(r), [("case", word("by", "ADP", "IN"))]))]
    return join(verb, [(label, subject), *aux], after)


def supposed(r):
    """"Had Kenya signed the deal, talks would have ended": a helper before its subject opens a condition."""
    if r.random() < 0.6:
        condition = join(word(r.choice([v for v in TRANSITIVE if v.endswith("ed")]), "VERB", "VBN"), [("aux", word("had", "AUX", "VBD")), ("nsubj", party(r))], [("obj", party(r) if r.random() < 0.5 else thing(r))])
        return join(word(r.choice([v for v in TRANSITIVE if v.endswith("ed")]), "VERB", "VBN"), [("advcl", condition), comma(), ("nsubj", party(r)), ("aux", word("would", "AUX", "MD")), ("aux", word("have", "AUX", "VB"))], [("obj", party(r))])
    condition = join(word(r.choice(BASE), "VERB", "VB"), [("aux", word("should", "AUX", "MD")), ("nsubj", party(r))], [("obj", party(r) if r.random() < 0.5 else thing(r))])
    return join(word(r.choice(BASE), "VERB", "VB"), [("advcl", condition), comma(), ("nsubj", party(r)), ("aux", word(r.choice(["will", "would"]), "AUX", "MD"))], [("obj", party(r))])


def embedded(r):
    """"voiced concern about Chad joining the pact", "rejected the decision to expel envoys"."""
    if r.random() < 0.5:
        gerund = join(word(r.choice(GERUNDS), "VERB", "VBG"), [("mark", word(r.choice(["about", "over", "at"]), "SCONJ", "IN")), ("nsubj", party(r))], [("obj", party(r) if r.random() < 0.5 else thing(r))])
        worry = r.choice(WORRIES)
        return join(word(r.choice("voiced expressed raised".split()), "VERB", "VBD"), [("nsubj", party(r))], [("obj", join(word(worry, "NOUN", "NNS" if worry.endswith("s") else "NN"), after=[("acl", gerund)])), *extras(r)])
    owner = [("nmod:poss", join(state(r), after=[("case", word("'s", "PART", "POS"))]))] if r.random() < 0.6 else [("det", word(r.choice(["the", "a"]), "DET", "DT"))]
    purpose = join(word(r.choice(PURPOSES), "NOUN", "NN"), owner, [("acl", infinitive(r))])
    if r.random() < 0.6:
        return join(word(r.choice("condemned welcomed announced backed rejected criticised defended".split()), "VERB", "VBD"), [("nsubj", party(r))], [("obj", purpose), *extras(r)])
    label, verb, before, after = fate(r, False)
    return join(verb, [(label, purpose), *before], after)


def due(r):
    """"had been due to visit", "is expected to meet": what is to come."""
    subject = party(r)
    plural = is_plural(subject)
    if r.random() < 0.4:
        helpers = [("aux", word("had" if r.random() < 0.6 else "have" if plural else "has", "AUX", "VBD"))]
        be = word("been", "AUX", "VBN")
    else:
        helpers, be = [], word(r.choice(["were", "are"] if plural else ["was", "is"]), "AUX", "VBD")
        be.words[0][2] = "VBD" if be.words[0][0] in ("was", "were") else "VBP" if plural else "VBZ"
    for helper in helpers:
        if helper[1].words[0][0] != "had":
            helper[1].words[0][2] = "VBP" if plural else "VBZ"
    if r.random() < 0.6:
        main, labels = word(r.choice("due ready likely unlikely due due able".split()), "ADJ", "JJ"), ("nsubj", "cop")
    else:
        main, labels = word(r.choice("expected scheduled set supposed forced".split()), "VERB", "VBN"), ("nsubj:pass", "aux:pass")
    return join(main, [(labels[0], subject), *helpers, (labels[1], be)], [("xcomp", infinitive(r))])


def both(r):
    """"met Chad and signed a deal": two things that one party does."""
    second = join(word(r.choice(NOUN_VERBS), "VERB", "VBD"), [("cc", word("and", "CCONJ", "CC"))], [("obj", thing(r)), *extras(r)])
    return join(word(r.choice(TRANSITIVE), "VERB", "VBD"), [("nsubj", party(r))], [("obj", party(r)), *([when(r)] if r.random() < 0.5 else []), ("conj", second)])


def told_whom(r):
    """"told reporters in Rome that …": the place is the telling's."""
    content = clause(r)
    marked = join(content, [("mark", word("that", "SCONJ", "IN"))]) if r.random() < 0.8 else content
    whom = word(r.choice("reporters journalists lawmakers parliament diplomats supporters".split()), "NOUN", "NNS")
    if whom.words[0][0] == "parliament":
        whom.words[0][2] = "NN"
    return join(word(r.choice("told told informed assured".split()), "VERB", "VBD"), [("nsubj", person(r, 0.7))], [("iobj", whom), *([place(r)] if r.random() < 0.6 else []), *([when(r)] if r.random() < 0.3 else []), ("ccomp", marked)])


def sentence(r):
    roll = r.random()
    if roll < 0.42:
        whole = r.choice([reduced, told, supposed, embedded, embedded, reduced, due, due, both, told_whom])(r)
    elif roll < 0.75:
        whole = clause(r)
    elif roll < 0.9:
        content = clause(r)
        marked = join(content, [("mark", word("that", "SCONJ", "IN"))]) if r.random() < 0.6 else content
        says = word(r.choice(SAYING), "VERB", "VBD") if r.random() < 0.75 else word(r.choice("says alleges claims insists warns denies".split()), "VERB", "VBZ")
        whole = join(says, [("nsubj", person(r) if r.random() < 0.7 else party(r))], [*([when(r)] if r.random() < 0.4 else []), ("ccomp", marked)])
    else:
        subject = person(r, 0.8)
        relative = join(word(r.choice(TRANSITIVE), "VERB", "VBD"), [("punct", word(",", "PUNCT", ",")), ("nsubj", word("who", "PRON", "WP"))], [("obj", party(r)), *extras(r)])
        whole = join(word(r.choice(NOUN_VERBS), "VERB", "VBD"), [("nsubj", join(subject, after=[("acl:relcl", relative)])), ("punct", word(",", "PUNCT", ","))], [("obj", thing(r))])
    return join(whole, after=[("punct", word(".", "PUNCT", "."))]) if r.random() < 0.95 else whole


def main():
    count, seed = int(sys.argv[1]), int(sys.argv[2])
    r = random.Random(seed)
    for number in range(count):
        words = sentence(r).words
        first = words[0][0]
        words[0][0] = first[0].upper() + first[1:]
        print(f"# sent_id = wires-{number + 1}")
        print("# text = " + " ".join(w[0] for w in words))
        for at, (form, upos, xpos, head, label) in enumerate(words):
            print("\t".join([str(at + 1), form, "_", upos, xpos, "_", str(head + 1), label or "root", "_", "_"]))
        print()


if __name__ == "__main__":
    main()

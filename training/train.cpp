// Trains the parsing network and writes model/network.bin. See README.md beside this file.
#include <array>
#include <chrono>
#include <cstdio>
#include <set>
#include <unordered_map>
#include "eisner.h"
#include "export.h"
#include "features.h"
#include "import.h"
#include "network.h"
#include "treebank.h"
#include "vectors.h"

struct Options {
  std::map<std::string, std::string> given;
  std::string text(const std::string& k, const std::string& d) const { auto i = given.find(k); return i == given.end() ? d : i->second; }
  float number(const std::string& k, float d) const { auto i = given.find(k); return i == given.end() ? d : std::stof(i->second); }
};

enum Variant { PLAIN, UPPER, LOWER, TITLE, VARIANTS };

Points vary(const Points& word, Variant v, bool first) {
  Points out = word;
  if (v == UPPER) for (auto& p : out) p = upperPoint(p);
  if (v == LOWER) for (auto& p : out) p = lowerPoint(p);
  if (v == TITLE && (first || word.size() > 3)) out[0] = upperPoint(out[0]);
  return out;
}

struct Item {  // a sentence ready for the network
  std::vector<const Type*> types[VARIANTS];
  std::vector<int> tags, heads, labels, names;
  std::vector<float> weight;
  Floats wishTags, wishLabels, wishArcs;  // an ensemble's, when distilling
  float wishShare = 0;
  int size() const { return (int)tags.size(); }
};

struct Lexicon {
  int buckets;
  std::unordered_map<std::string, int> words;  // key -> row; 0 is the unknown word
  std::vector<std::string> keys;
  std::unordered_map<std::string, int> counts;
  std::unordered_map<std::string, Type> types;
  const Type* type(const Points& form) {
    std::string s;
    for (auto p : form) appendPoint(s, p);
    auto found = types.find(s);
    if (found != types.end()) return &found->second;
    WordFeatures f = featuresOf(form, buckets);
    auto row = words.find(f.key);
    auto count = counts.find(f.key);
    return &(types[s] = Type{row == words.end() ? 0 : row->second, f.buckets, count == counts.end() ? 0 : count->second});
  }
};

struct Names {
  std::map<std::string, int> index;
  std::vector<std::string> all;
  int of(const std::string& s, bool grow) {
    auto i = index.find(s);
    if (i != index.end()) return i->second;
    if (!grow) return -1;
    all.push_back(s);
    return index[s] = (int)all.size() - 1;
  }
};

/** Who does what to whom is read off these: their arcs and labels may count more in the loss. */
const std::set<std::string> CLAUSAL{"nsubj", "nsubj:pass", "obj", "iobj", "obl:agent", "xcomp", "ccomp", "root", "acl", "acl:relcl", "advcl"};
float clausal = 1;

Item prepare(const Sentence& s, Lexicon& lexicon, Names& tags, Names& labels, bool train) {
  Item out;
  for (int i = 0; i < s.size(); i++) {
    Points word = decode(s.forms[i]);
    for (int v = 0; v < (train ? (int)VARIANTS : 1); v++) out.types[v].push_back(lexicon.type(vary(word, (Variant)v, i == 0)));
    out.tags.push_back(tags.of(s.tags[i], false));
    out.labels.push_back(labels.of(s.labels[i], false));
    out.heads.push_back(s.heads[i]);
    out.weight.push_back(s.labels[i] == "punct" ? 0.4f : CLAUSAL.count(s.labels[i]) ? clausal : 1.f);
  }
  return out;
}

/** One sentence a line, tokens by spaces (raw_text.py); lines that begin with # are passed over. */
std::vector<std::vector<Points>> readRaw(const std::string& path) {
  std::vector<std::vector<Points>> out;
  if (path.empty()) return out;
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot read " + path);
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    out.emplace_back();
    for (auto& w : split(line, ' ')) if (!w.empty()) out.back().push_back(decode(w));
  }
  return out;
}

/** Now and then a sentence is read as a headline or a byline would be: other case, or no final stop. */
struct Augment { float upper, lower, title, unstopped; };

int tagCount = 1, labelCount = 1;

Batch batchOf(std::vector<std::pair<const Item*, int>> items, Random* random, const Augment* augment) {
  std::sort(items.begin(), items.end(), [](auto& a, auto& b) { return a.first->size() != b.first->size() ? a.first->size() > b.first->size() : a.second < b.second; });
  Batch out;
  for (auto& [item, at] : items) {
    int v = PLAIN, n = item->size();
    if (random) {
      float u = random->unit();
      v = u < augment->upper ? UPPER : u < augment->upper + augment->lower ? LOWER : u < augment->upper + augment->lower + augment->title ? TITLE : PLAIN;
    }
    out.offset.push_back(out.size());
    out.length.push_back(n);
    for (int i = 0; i < n; i++) {
      out.types.push_back(item->types[v][i]);
      out.tags.push_back(item->tags[i]); out.heads.push_back(item->heads[i]);
      out.labels.push_back(item->labels[i]); out.weight.push_back(item->weight[i]);
      // Names are learnt as they are written: in other case their kind is often anybody's guess.
      out.names.push_back(item->names.empty() || v == LOWER ? -1 : item->names[i]);
      // An item whose last word was cut still has its wishes in rows of the whole length.
      size_t row = item->wishShare > 0 ? item->wishArcs.size() / (item->wishTags.size() / tagCount) : 0;
      out.wishes.push_back(row ? Wish{&item->wishTags[(size_t)i * tagCount], &item->wishLabels[(size_t)i * labelCount], &item->wishArcs[i * row], item->wishShare} : Wish{});
    }
  }
  return out;
}

Item withoutStop(const Item& item) {
  int n = item.size();
  for (int i = 0; i < n; i++) if (item.heads[i] == n) return item;
  Item out = item;
  for (auto& t : out.types) if (!t.empty()) t.pop_back();
  out.tags.pop_back(); out.heads.pop_back(); out.labels.pop_back(); out.weight.pop_back();
  if (!out.names.empty()) out.names.pop_back();
  return out;
}

struct Parsed { std::vector<int> tags, heads, labels, names; };

std::vector<Parsed> parseAll(Network& net, const std::vector<Item>& items) {
  std::vector<Parsed> out(items.size());
  std::vector<int> order(items.size());
  for (size_t i = 0; i < order.size(); i++) order[i] = (int)i;
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return items[a].size() > items[b].size(); });
  for (size_t at = 0; at < order.size(); at += 32) {
    std::vector<std::pair<const Item*, int>> some;
    size_t end = std::min(order.size(), at + 32);
    for (size_t k = at; k < end; k++) some.push_back({&items[order[k]], (int)k});
    Batch b = batchOf(some, nullptr, nullptr);
    net.forward(b, false);
    std::vector<int> heads;
    for (size_t s = 0; s < b.length.size(); s++) {
      auto h = eisner(b.length[s], net.arcScores[s].data(), padTo16(b.length[s] + 1));
      heads.insert(heads.end(), h.begin(), h.end());
    }
    net.forwardLabels(b, heads, false);
    int T = padTo16(net.z.tags), L = padTo16(net.z.labels);
    for (size_t s = 0; s < b.length.size(); s++) {
      Parsed& p = out[order[at + s]];
      for (int i = b.offset[s]; i < b.offset[s] + b.length[s]; i++) {
        const float* t = &net.tagScores[(size_t)i * T];
        const float* l = &net.labelScores[(size_t)i * L];
        p.tags.push_back((int)(std::max_element(t, t + net.z.tags) - t));
        p.heads.push_back(heads[i]);
        // The label root belongs to the root's word alone.
        int best = -1;
        for (int k = 0; k < net.z.labels; k++) if ((k == 0) == (heads[i] == 0) && (best < 0 || l[k] > l[best])) best = k;
        p.labels.push_back(best);
        const float* m = &net.nameScores[(size_t)i * padTo16(net.z.names)];
        p.names.push_back(net.z.names ? (int)(std::max_element(m, m + net.z.names) - m) : 0);
      }
    }
  }
  return out;
}

/** Names of a sentence, a class a word ("O", "B-person" …; "?" where nobody has said). */
struct Named { std::vector<std::string> forms, classes; };

/** Lines "form TAB class", sentences apart by empty lines (names.py). */
std::vector<Named> readNames(const std::string& path) {
  std::vector<Named> out(1);
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot read " + path);
  for (std::string line; std::getline(in, line);) {
    size_t tab = line.find('\t');
    if (tab == std::string::npos) { if (!out.back().forms.empty()) out.emplace_back(); continue; }
    out.back().forms.push_back(line.substr(0, tab));
    out.back().classes.push_back(line.substr(tab + 1));
  }
  if (out.back().forms.empty()) out.pop_back();
  return out;
}

std::string keyOf(const std::vector<std::string>& forms) { std::string s; for (auto& f : forms) s += f + " "; return s; }

/**
 * Adds one teacher's distributions to each item's wishes. Called once a teacher; a raw item (without labels) gets its arcs first,
 * so that all teachers name the same arc.
 */
void askTeacher(Network& teacher, const std::vector<Item*>& items, float share, bool labelsToo) {
  int T = padTo16(teacher.z.tags), L = padTo16(teacher.z.labels);
  std::vector<Item*> order(items);
  std::stable_sort(order.begin(), order.end(), [](Item* a, Item* b) { return a->size() > b->size(); });
  auto softmax = [](const float* x, int n, float share, float* out) {
    float top = *std::max_element(x, x + n), sum = 0;
    std::vector<float> e(n);
    for (int k = 0; k < n; k++) { e[k] = expOf(x[k] - top); sum += e[k]; }
    for (int k = 0; k < n; k++) out[k] += share * e[k] / sum;
  };
  for (size_t at = 0; at < order.size(); at += 48) {
    std::vector<std::pair<const Item*, int>> some;
    size_t end = std::min(order.size(), at + 48);
    for (size_t k = at; k < end; k++) some.push_back({order[k], (int)k});
    Batch b = batchOf(some, nullptr, nullptr);
    teacher.forward(b, false);
    if (labelsToo) teacher.forwardLabels(b, b.heads, false);
    for (size_t s = 0; s < b.length.size(); s++) {
      Item& item = *order[at + s];
      int n = b.length[s], row = padTo16(n + 1);
      if (item.wishTags.empty()) {
        item.wishTags.assign((size_t)n * tagCount, 0); item.wishLabels.assign((size_t)n * labelCount, 0); item.wishArcs.assign((size_t)n * (n + 1), 0);
      }
      for (int i = 0; i < n; i++) {
        size_t word = b.offset[s] + i;
        if (labelsToo) softmax(&teacher.labelScores[word * L], labelCount, share, &item.wishLabels[(size_t)i * labelCount]);
        else {
          softmax(&teacher.tagScores[word * T], tagCount, share, &item.wishTags[(size_t)i * tagCount]);
          softmax(&teacher.arcScores[s][(size_t)i * row], n + 1, share, &item.wishArcs[(size_t)i * (n + 1)]);
        }
      }
    }
  }
}

/** Asks all teachers about all items; those from `given` on have no arcs yet and get the best tree of the mean. */
void askEnsemble(const std::vector<std::string>& paths, const std::vector<Item*>& items, const std::vector<std::vector<Points>>& words, size_t given, int threads) {
  for (int pass = 0; pass < 2; pass++) {
    for (auto& path : paths) {
      Stored stored = importNetwork(path);
      Network teacher(stored.sizes, 1);
      restore(teacher, stored);
      teacher.threads = threads;
      // A teacher has its own vocabulary: the words are read through it, then the items get theirs back.
      Lexicon own;
      own.buckets = stored.sizes.buckets;
      for (size_t k = 1; k < stored.words.size(); k++) own.words[stored.words[k]] = (int)k;
      std::vector<std::vector<const Type*>> kept;
      for (size_t i = 0; i < items.size(); i++) {
        kept.push_back(items[i]->types[PLAIN]);
        items[i]->types[PLAIN].clear();
        for (auto& w : words[i]) items[i]->types[PLAIN].push_back(own.type(w));
      }
      askTeacher(teacher, items, 1.f / paths.size(), pass == 1);
      for (size_t i = 0; i < items.size(); i++) items[i]->types[PLAIN] = kept[i];
    }
    if (pass == 0)
      for (size_t i = given; i < items.size(); i++) {
        Item& item = *items[i];
        Floats scores(item.wishArcs);
        for (auto& x : scores) x = std::log(x + 1e-9f);
        item.heads = eisner(item.size(), scores.data(), item.size() + 1);
      }
  }
}

struct NameScore { double given = 0, wanted = 0, right = 0; double f1() const { return given + wanted > 0 ? 200 * right / (given + wanted) : 0; } };

/** Spans of a class sequence; an I after another kind begins a span. Events and others are left out: the sets disagree on them. */
std::set<std::array<int, 3>> spansOf(const std::vector<std::string>& classes) {
  std::set<std::array<int, 3>> out;
  for (int i = 0, n = (int)classes.size(); i < n;) {
    std::string kind = classes[i].size() > 2 ? classes[i].substr(2) : "";
    int from = i++;
    if (kind.empty()) continue;
    while (i < n && classes[i] == "I-" + kind) i++;
    int k = kind == "person" ? 0 : kind == "organisation" ? 1 : kind == "place" ? 2 : 3;
    if (k < 3) out.insert({from, i, k});
  }
  return out;
}

struct Score { double upos, xpos, uas, las, links, ccomp; };

Score score(const std::vector<Sentence>& gold, const std::vector<Parsed>& parsed, const Names& tags, const Names& labels) {
  static const std::set<std::string> core{"nsubj", "nsubj:pass", "obj", "iobj", "obl:agent", "xcomp", "ccomp", "root"};
  double words = 0, upos = 0, xpos = 0, counted = 0, uas = 0, las = 0, given = 0, wanted = 0, right = 0, cg = 0, cw = 0, cr = 0;
  auto bare = [](const std::string& s) { return s.substr(0, s.find(':')); };
  for (size_t s = 0; s < gold.size(); s++)
    for (int i = 0; i < gold[s].size(); i++) {
      auto& g = gold[s];
      auto& p = parsed[s];
      const std::string& tag = tags.all[p.tags[i]];
      words++;
      upos += tag.substr(0, tag.find(' ')) == g.tags[i].substr(0, g.tags[i].find(' '));
      xpos += tag == g.tags[i];
      const std::string& label = labels.all[p.labels[i]];
      bool head = p.heads[i] == g.heads[i];
      if (g.tags[i].substr(0, 6) != "PUNCT ") { counted++; uas += head; las += head && bare(label) == bare(g.labels[i]); }
      bool same = head && label == g.labels[i];
      given += core.count(label); wanted += core.count(g.labels[i]); right += same && core.count(label);
      cg += label == "ccomp"; cw += g.labels[i] == "ccomp"; cr += same && label == "ccomp";
    }
  return {100 * upos / words, 100 * xpos / words, 100 * uas / counted, 100 * las / counted, 200 * right / (given + wanted), 200 * cr / (cg + cw)};
}

int main(int count, char** words) {
  Options o;
  for (int i = 1; i < count; i++) { std::string s = words[i]; auto e = s.find('='); o.given[s.substr(0, e)] = s.substr(e + 1); }
  if (o.given.count("features")) {
    WordFeatures f = featuresOf(decode(o.text("features", "")), 16384);
    std::printf("%s:", f.key.c_str());
    for (int b : f.buckets) std::printf(" %d", b);
    std::printf("\n");
    return 0;
  }
  std::string data = o.text("data", "../shared/data") + "/treebanks/";
  auto clock = [] { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); };
  double began = clock();

  std::vector<Sentence> gold = readTreebank(data + "en_ewt-train.conllu");
  for (auto& s : readTreebank(data + "en_gum_free-train.conllu")) gold.push_back(s);
  std::vector<std::pair<std::string, std::vector<Sentence>>> devs{{"ewt", readTreebank(data + "en_ewt-dev.conllu")}, {"gum", readTreebank(data + "en_gum_free-dev.conllu")}};

  clausal = o.number("clausal", 1);
  Lexicon lexicon;
  lexicon.buckets = (int)o.number("buckets", 16384);
  Names tags, labels;
  labels.of("root", true);
  std::map<std::string, int> tagsSeen;
  for (auto& s : gold)
    for (int i = 0; i < s.size(); i++) { lexicon.counts[featuresOf(decode(s.forms[i]), lexicon.buckets).key]++; labels.of(s.labels[i], true); tagsSeen[s.tags[i]]++; }
  for (auto& [t, c] : tagsSeen) if (c >= 5) tags.of(t, true);
  lexicon.keys.push_back("");
  // Words of the treebanks from `min` times on, and with raw text those found `minRaw` times in all.
  std::vector<std::vector<Points>> raw = readRaw(o.text("raw", ""));
  std::map<std::string, int> sorted;
  std::unordered_map<std::string, int> everywhere;
  for (auto& [key, c] : lexicon.counts) { everywhere[key] = c; if (c >= (int)o.number("min", 2)) sorted[key] = c; }
  for (auto& s : raw) for (auto& w : s) everywhere[featuresOf(w, lexicon.buckets).key]++;
  if (!raw.empty()) for (auto& [key, c] : everywhere) if (c >= (int)o.number("minRaw", 4)) sorted[key] = c;
  for (auto& [key, c] : sorted) { lexicon.words[key] = (int)lexicon.keys.size(); lexicon.keys.push_back(key); }

  // More trees to learn from, which leave the vocabulary as the treebanks make it: weights to go on from keep their shape.
  if (o.given.count("more")) for (auto& s : readTreebank(o.text("more", ""))) gold.push_back(s);
  // Names: of sentences of the treebanks, and of others, whose trees a teacher then gives.
  Names names;
  std::vector<Named> named;
  std::unordered_map<std::string, std::vector<int>> namesOf;
  names.of("O", true);
  for (std::string kind : {"person", "organisation", "place", "event", "other"}) { names.of("B-" + kind, true); names.of("I-" + kind, true); }
  if (o.given.count("names")) {
    std::set<std::string> ours;
    for (auto& s : gold) ours.insert(keyOf(s.forms));
    for (auto& s : readNames(o.text("names", ""))) {
      std::vector<int>& classes = namesOf[keyOf(s.forms)];
      classes.clear();
      for (auto& c : s.classes) classes.push_back(names.of(c, false));
      if (!ours.count(keyOf(s.forms))) named.push_back(s);
    }
  }

  std::vector<Item> train;
  size_t total = 0;
  int dropped = 0;
  std::vector<int> trainFrom;  // an item's sentence in gold
  for (auto& s : gold) {
    Item item = prepare(s, lexicon, tags, labels, true);
    auto known = namesOf.find(keyOf(s.forms));
    if (known != namesOf.end()) item.names = known->second;
    if (s.size() > 120 || std::count(item.tags.begin(), item.tags.end(), -1)) { dropped++; continue; }
    total += item.size();
    train.push_back(item);
    trainFrom.push_back((int)(&s - gold.data()));
  }
  // Sentences of which only the names are learnt: their trees are kept for scores.
  if (o.given.count("namesOnly"))
    for (auto& s : readNames(o.text("namesOnly", ""))) {
      train.emplace_back();
      Item& item = train.back();
      size_t n = s.forms.size();
      for (auto& form : s.forms) { Points word = decode(form); for (int v = 0; v < VARIANTS; v++) item.types[v].push_back(lexicon.type(vary(word, (Variant)v, item.types[v].empty()))); }
      for (auto& c : s.classes) item.names.push_back(names.of(c, false));
      item.tags.assign(n, -1); item.heads.assign(n, 0); item.labels.assign(n, 0); item.weight.assign(n, 0);
      trainFrom.push_back(-1);
    }
  std::vector<std::vector<Item>> devItems;
  for (auto& [name, d] : devs) { devItems.emplace_back(); for (auto& s : d) devItems.back().push_back(prepare(s, lexicon, tags, labels, false)); }

  if (o.given.count("ensemble")) {  // only score a mean of networks
    tagCount = (int)tags.all.size(); labelCount = (int)labels.all.size();
    for (size_t d = 0; d < devs.size(); d++) {
      std::vector<Item*> all;
      std::vector<std::vector<Points>> words;
      for (size_t i = 0; i < devItems[d].size(); i++) { all.push_back(&devItems[d][i]); words.emplace_back(); for (auto& f : devs[d].second[i].forms) words.back().push_back(decode(f)); }
      askEnsemble(split(o.text("ensemble", ""), ','), all, words, 0, 1);
      std::vector<Parsed> parsed;
      for (auto item : all) {
        parsed.push_back({{}, item->heads, {}});
        for (int i = 0; i < item->size(); i++) {
          const float *t = &item->wishTags[(size_t)i * tagCount], *l = &item->wishLabels[(size_t)i * labelCount];
          parsed.back().tags.push_back((int)(std::max_element(t, t + tagCount) - t));
          int best = -1;
          for (int k = 0; k < labelCount; k++) if ((k == 0) == (item->heads[i] == 0) && (best < 0 || l[k] > l[best])) best = k;
          parsed.back().labels.push_back(best);
        }
      }
      Score s = score(devs[d].second, parsed, tags, labels);
      std::printf("%s upos %.2f xpos %.2f uas %.2f las %.2f links %.2f ccomp %.2f\n", devs[d].first.c_str(), s.upos, s.xpos, s.uas, s.las, s.links, s.ccomp);
    }
    return 0;
  }
  Sizes z{(int)lexicon.keys.size(), lexicon.buckets, (int)o.number("word", 64), (int)o.number("piece", 48), (int)o.number("hidden", 64), (int)tags.all.size(), (int)labels.all.size(), (int)o.number("arc", 64), (int)o.number("label", 96), (int)names.all.size()};
  uint64_t seed = (uint64_t)o.number("seed", 1);
  Network net(z, seed);
  std::printf("%zu sentences, %zu words (%d left out), %d words known, %d tags, %d labels\n", train.size(), total, dropped, z.words, z.tags, z.labels);
  if (!raw.empty() && !o.given.count("start")) {
    std::vector<std::vector<const Type*>> sentences;
    for (auto& item : train) sentences.push_back(item.types[PLAIN]);
    for (auto& s : raw) { sentences.emplace_back(); for (auto& w : s) sentences.back().push_back(lexicon.type(w)); }
    Random mix(seed);
    for (size_t i = sentences.size() - 1; i > 0; i--) std::swap(sentences[i], sentences[mix.below((int)i + 1)]);
    VectorOptions v;
    v.epochs = (int)o.number("vectorEpochs", 5); v.rate = o.number("vectorRate", 0.05f);
    pretrainVectors(net, sentences, v, seed);
    std::printf("vectors in %.0f s\n", clock() - began);
    for (auto& [name, t] : net.tensors) t.mean = t.w;
  }
  tagCount = z.tags; labelCount = z.labels;
  std::vector<Item> extra;  // raw sentences to be read as the teachers read them
  if (o.given.count("teachers")) {
    std::vector<std::string> paths = split(o.text("teachers", ""), ',');
    std::vector<const std::vector<Points>*> chosen;
    std::vector<std::vector<Points>> written;  // sentences with names but no trees
    for (auto& s : named) { written.emplace_back(); for (auto& f : s.forms) written.back().push_back(decode(f)); }
    for (auto& s : written) chosen.push_back(&s);
    size_t most = (size_t)o.number("extra", 30000);
    most += chosen.size();
    for (auto& s : raw) if (chosen.size() < most && s.size() >= 5 && s.size() <= 60) chosen.push_back(&s);
    for (auto s : chosen) {
      extra.emplace_back();
      Item& item = extra.back();
      for (auto& w : *s) for (int v = 0; v < VARIANTS; v++) item.types[v].push_back(lexicon.type(vary(w, (Variant)v, item.types[v].empty())));
      if (extra.size() <= named.size()) item.names = namesOf[keyOf(named[extra.size() - 1].forms)];
      item.tags.assign(s->size(), 0); item.heads.assign(s->size(), 0); item.labels.assign(s->size(), 0); item.weight.assign(s->size(), 1);
    }
    std::vector<Item*> all;
    std::vector<std::vector<Points>> words;
    for (size_t i = 0; i < train.size(); i++) {
      if (trainFrom[i] < 0) continue;
      all.push_back(&train[i]); words.emplace_back(); for (auto& f : gold[trainFrom[i]].forms) words.back().push_back(decode(f));
    }
    size_t given = all.size();
    for (size_t i = 0; i < extra.size(); i++) { all.push_back(&extra[i]); words.push_back(*chosen[i]); }
    askEnsemble(paths, all, words, given, (int)o.number("threads", 2));
    std::printf("asked at %.0f s\n", clock() - began);
    int punct = labels.of("punct", false);
    for (auto& item : train) if (!item.wishTags.empty()) item.wishShare = o.number("goldShare", 0.5f);
    for (auto& item : extra) {
      item.wishShare = 1;
      for (int i = 0; i < item.size(); i++) if (item.wishLabels[(size_t)i * labelCount + punct] > 0.5f) item.weight[i] = 0.4f;
    }
  }
  if (o.given.count("tables")) {  // only its words and sub-words, of another shape above them
    Stored stored = importNetwork(o.text("tables", ""));
    int X = z.wordDim;
    net.get("pieces").w = net.get("pieces").mean = stored.tensors.at("pieces");
    Tensor& rows = net.get("words");
    for (size_t k = 0; k < stored.words.size(); k++) {
      int row = k ? (lexicon.words.count(stored.words[k]) ? lexicon.words[stored.words[k]] : -1) : 0;
      if (row >= 0) std::copy_n(&stored.tensors.at("words")[k * X], X, &rows.w[(size_t)row * X]);
    }
    rows.mean = rows.w;
  }
  if (o.given.count("start")) restore(net, importNetwork(o.text("start", "")));
  net.drop.input = o.number("dropInput", 0.2f); net.drop.between = o.number("dropBetween", 0.3f); net.drop.recurrent = o.number("dropRecurrent", 0.1f);
  net.drop.heads = o.number("dropHeads", 0.3f); net.drop.word = o.number("dropWord", 0.3f);
  net.get("words").pace = o.number("wordPace", 1); net.get("pieces").pace = o.number("piecePace", 1);
  net.threads = (int)o.number("threads", 2);
  Augment augment{o.number("upper", 0.02f), o.number("lower", 0.02f), o.number("title", 0.02f), o.number("unstopped", 0.04f)};
  net.nameShare = o.number("nameShare", 1);
  std::vector<std::pair<std::string, std::vector<Named>>> nameDevs;
  for (auto& file : split(o.text("nameDevs", ""), ',')) if (!file.empty()) nameDevs.push_back({file.substr(file.rfind('/') + 1), readNames(file)});
  int epochs = (int)o.number("epochs", 12), size = (int)o.number("batch", 16);
  float rate = o.number("rate", 0.003f);
  Random shuffle(seed + 77);
  // An epoch is the treebank, what else has names, and `extraShare` as many raw sentences, each time others.
  if (!extra.empty()) { train.insert(train.end(), extra.begin(), extra.begin() + named.size()); extra.erase(extra.begin(), extra.begin() + named.size()); }
  size_t goldCount = train.size(), extraCount = std::min(extra.size(), (size_t)(o.number("extraShare", 1) * goldCount)), extraFrom = 0;
  std::vector<int> order(goldCount + extraCount);
  long steps = 0, allSteps = (long)epochs * ((order.size() + size - 1) / size);
  for (int epoch = 1; epoch <= epochs; epoch++) {
    double start = clock(), loss = 0;
    int batches = 0;
    for (size_t i = 0; i < goldCount; i++) order[i] = (int)i;
    for (size_t i = goldCount; i < order.size(); i++) { order[i] = (int)(goldCount + extraFrom); extraFrom = (extraFrom + 1) % extra.size(); }
    for (size_t i = order.size() - 1; i > 0; i--) std::swap(order[i], order[shuffle.below((int)i + 1)]);
    for (size_t at = 0; at < order.size(); at += size) {
      std::vector<Item> cut;
      cut.reserve(size);
      std::vector<std::pair<const Item*, int>> some;
      for (size_t k = at; k < std::min(order.size(), at + size); k++) {
        const Item* item = order[k] < (int)goldCount ? &train[order[k]] : &extra[order[k] - goldCount];
        if (item->size() > 3 && shuffle.unit() < augment.unstopped && item->weight.back() < 1) { cut.push_back(withoutStop(*item)); item = &cut.back(); }
        some.push_back({item, (int)k});
      }
      Batch b = batchOf(some, &shuffle, &augment);
      float progress = (float)steps / allSteps;
      float now = rate * std::min(1.f, (steps + 1) / 300.f) * (0.02f + 0.98f * 0.5f * (1 + std::cos(3.14159265f * progress)));
      loss += net.learn(b);
      net.update(now);
      steps++; batches++;
      if (steps % 32 == 0) net.average(std::min(o.number("ema", 0.97f), (1.f + steps / 32) / (10.f + steps / 32)));
    }
    double speed = total / (clock() - start);
    std::printf("epoch %d loss %.4f words/s %.0f", epoch, loss / batches, speed);
    net.swapMean();
    for (size_t d = 0; d < devs.size(); d++) {
      Score s = score(devs[d].second, parseAll(net, devItems[d]), tags, labels);
      std::printf(" | %s upos %.2f xpos %.2f uas %.2f las %.2f links %.2f ccomp %.2f", devs[d].first.c_str(), s.upos, s.xpos, s.uas, s.las, s.links, s.ccomp);
    }
    for (auto& [file, sentences] : nameDevs) {
      std::vector<Item> items;
      for (auto& s : sentences) {
        items.emplace_back();
        for (auto& f : s.forms) items.back().types[PLAIN].push_back(lexicon.type(decode(f)));
        size_t n = s.forms.size();
        items.back().tags.assign(n, 0); items.back().heads.assign(n, 0); items.back().labels.assign(n, 0); items.back().weight.assign(n, 1);
      }
      std::vector<Parsed> parsed = parseAll(net, items);
      NameScore score;
      for (size_t k = 0; k < sentences.size(); k++) {
        std::vector<std::string> classes;
        for (int c : parsed[k].names) classes.push_back(names.all[c]);
        auto a = spansOf(classes), b = spansOf(sentences[k].classes);
        score.given += a.size(); score.wanted += b.size();
        for (auto& x : a) score.right += b.count(x);
      }
      std::printf(" | names %s %.2f", file.c_str(), score.f1());
    }
    std::printf(" | %.0f s\n", clock() - began);
    std::fflush(stdout);
    if (o.given.count("out")) exportNetwork(net, lexicon.keys, tags.all, labels.all, names.all, o.text("out", ""));
    net.swapMean();
  }
}

// Trains the parsing network and writes model/network.bin. See README.md beside this file.
#include <chrono>
#include <cstdio>
#include <set>
#include <unordered_map>
#include "eisner.h"
#include "export.h"
#include "features.h"
#include "network.h"
#include "treebank.h"

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
  std::vector<int> tags, heads, labels;
  std::vector<float> weight;
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

Item prepare(const Sentence& s, Lexicon& lexicon, Names& tags, Names& labels, bool train) {
  Item out;
  for (int i = 0; i < s.size(); i++) {
    Points word = decode(s.forms[i]);
    for (int v = 0; v < (train ? (int)VARIANTS : 1); v++) out.types[v].push_back(lexicon.type(vary(word, (Variant)v, i == 0)));
    out.tags.push_back(tags.of(s.tags[i], false));
    out.labels.push_back(labels.of(s.labels[i], false));
    out.heads.push_back(s.heads[i]);
    out.weight.push_back(s.labels[i] == "punct" ? 0.4f : 1.f);
  }
  return out;
}

/** Now and then a sentence is read as a headline or a byline would be: other case, or no final stop. */
struct Augment { float upper, lower, title, unstopped; };

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
  return out;
}

struct Parsed { std::vector<int> tags, heads, labels; };

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
      }
    }
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
  std::string data = o.text("data", "../shared/data") + "/treebanks/";
  auto clock = [] { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); };
  double began = clock();

  std::vector<Sentence> gold = readTreebank(data + "en_ewt-train.conllu");
  for (auto& s : readTreebank(data + "en_gum_free-train.conllu")) gold.push_back(s);
  std::vector<std::pair<std::string, std::vector<Sentence>>> devs{{"ewt", readTreebank(data + "en_ewt-dev.conllu")}, {"gum", readTreebank(data + "en_gum_free-dev.conllu")}};

  Lexicon lexicon;
  lexicon.buckets = (int)o.number("buckets", 16384);
  Names tags, labels;
  labels.of("root", true);
  std::map<std::string, int> tagCount;
  for (auto& s : gold)
    for (int i = 0; i < s.size(); i++) { lexicon.counts[featuresOf(decode(s.forms[i]), lexicon.buckets).key]++; labels.of(s.labels[i], true); tagCount[s.tags[i]]++; }
  for (auto& [t, c] : tagCount) if (c >= 5) tags.of(t, true);
  lexicon.keys.push_back("");
  std::map<std::string, int> sorted(lexicon.counts.begin(), lexicon.counts.end());
  for (auto& [key, c] : sorted) if (c >= (int)o.number("min", 2)) { lexicon.words[key] = (int)lexicon.keys.size(); lexicon.keys.push_back(key); }

  std::vector<Item> train;
  size_t total = 0;
  int dropped = 0;
  for (auto& s : gold) {
    Item item = prepare(s, lexicon, tags, labels, true);
    if (s.size() > 120 || std::count(item.tags.begin(), item.tags.end(), -1)) { dropped++; continue; }
    total += item.size();
    train.push_back(item);
  }
  std::vector<std::vector<Item>> devItems;
  for (auto& [name, d] : devs) { devItems.emplace_back(); for (auto& s : d) devItems.back().push_back(prepare(s, lexicon, tags, labels, false)); }

  Sizes z{(int)lexicon.keys.size(), lexicon.buckets, (int)o.number("word", 64), (int)o.number("piece", 48), (int)o.number("hidden", 64), (int)tags.all.size(), (int)labels.all.size(), (int)o.number("arc", 64), (int)o.number("label", 96)};
  uint64_t seed = (uint64_t)o.number("seed", 1);
  Network net(z, seed);
  std::printf("%zu sentences, %zu words (%d left out), %d words known, %d tags, %d labels\n", train.size(), total, dropped, z.words, z.tags, z.labels);
  net.drop.input = o.number("dropInput", 0.2f); net.drop.between = o.number("dropBetween", 0.3f); net.drop.recurrent = o.number("dropRecurrent", 0.1f);
  net.drop.heads = o.number("dropHeads", 0.3f); net.drop.word = o.number("dropWord", 0.3f);
  Augment augment{o.number("upper", 0.02f), o.number("lower", 0.02f), o.number("title", 0.02f), o.number("unstopped", 0.04f)};
  int epochs = (int)o.number("epochs", 12), size = (int)o.number("batch", 16);
  float rate = o.number("rate", 0.003f);
  Random shuffle(seed + 77);
  std::vector<int> order(train.size());
  for (size_t i = 0; i < order.size(); i++) order[i] = (int)i;
  long steps = 0, allSteps = (long)epochs * ((train.size() + size - 1) / size);
  for (int epoch = 1; epoch <= epochs; epoch++) {
    double start = clock(), loss = 0;
    int batches = 0;
    for (size_t i = order.size() - 1; i > 0; i--) std::swap(order[i], order[shuffle.below((int)i + 1)]);
    for (size_t at = 0; at < order.size(); at += size) {
      std::vector<Item> cut;
      cut.reserve(size);
      std::vector<std::pair<const Item*, int>> some;
      for (size_t k = at; k < std::min(order.size(), at + size); k++) {
        const Item* item = &train[order[k]];
        if (item->size() > 3 && shuffle.unit() < augment.unstopped && item->weight.back() < 1) { cut.push_back(withoutStop(*item)); item = &cut.back(); }
        some.push_back({item, (int)k});
      }
      Batch b = batchOf(some, &shuffle, &augment);
      float progress = (float)steps / allSteps;
      float now = rate * std::min(1.f, (steps + 1) / 300.f) * (0.02f + 0.98f * 0.5f * (1 + std::cos(3.14159265f * progress)));
      loss += net.learn(b, {});
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
    std::printf(" | %.0f s\n", clock() - began);
    std::fflush(stdout);
    if (o.given.count("out")) exportNetwork(net, lexicon.keys, tags.all, labels.all, o.text("out", ""));
    net.swapMean();
  }
}

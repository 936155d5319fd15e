// Writes the Unicode tables of the regular expression engine, from the ICU data of the node that runs it:
//
//   node interpreter/src/unicode/generate.mjs > interpreter/src/main/resources/lexscope/js/regexp/unicode.txt
//
// Run it again, with a newer node, when the engine is to follow a newer version of Unicode. Names are fixed by ECMA-262
// (tables "Binary Unicode property aliases" and "Binary Unicode properties of strings") and by PropertyValueAliases.txt;
// which code points they stand for comes out of node's own property escapes.
//
// One line per set: a letter (b binary property, g general category, s script, x what Script_Extensions adds to or takes
// from the script of the same name, f classes of simple case folding, q property of strings), its names, a colon, numbers in
// base 36. Sets are written as gaps: code points outside, code points inside, outside, inside, and so on.

const BINARY = `
  ASCII, ASCII_Hex_Digit AHex, Alphabetic Alpha, Bidi_Control Bidi_C, Bidi_Mirrored Bidi_M, Case_Ignorable CI, Cased,
  Changes_When_Casefolded CWCF, Changes_When_Casemapped CWCM, Changes_When_Lowercased CWL,
  Changes_When_NFKC_Casefolded CWKCF, Changes_When_Titlecased CWT, Changes_When_Uppercased CWU, Dash,
  Default_Ignorable_Code_Point DI, Deprecated Dep, Diacritic Dia, Emoji, Emoji_Component EComp, Emoji_Modifier EMod,
  Emoji_Modifier_Base EBase, Emoji_Presentation EPres, Extended_Pictographic ExtPict, Extender Ext, Grapheme_Base Gr_Base,
  Grapheme_Extend Gr_Ext, Hex_Digit Hex, IDS_Binary_Operator IDSB, IDS_Trinary_Operator IDST, ID_Continue IDC, ID_Start IDS,
  Ideographic Ideo, Join_Control Join_C, Logical_Order_Exception LOE, Lowercase Lower, Math, Noncharacter_Code_Point NChar,
  Pattern_Syntax Pat_Syn, Pattern_White_Space Pat_WS, Quotation_Mark QMark, Radical, Regional_Indicator RI,
  Sentence_Terminal STerm, Soft_Dotted SD, Terminal_Punctuation Term, Unified_Ideograph UIdeo, Uppercase Upper,
  Variation_Selector VS, White_Space space, XID_Continue XIDC, XID_Start XIDS`;

const CATEGORY = `
  Uppercase_Letter Lu, Lowercase_Letter Ll, Titlecase_Letter Lt, Modifier_Letter Lm, Other_Letter Lo, Nonspacing_Mark Mn,
  Spacing_Mark Mc, Enclosing_Mark Me, Decimal_Number Nd digit, Letter_Number Nl, Other_Number No, Connector_Punctuation Pc,
  Dash_Punctuation Pd, Open_Punctuation Ps, Close_Punctuation Pe, Initial_Punctuation Pi, Final_Punctuation Pf,
  Other_Punctuation Po, Math_Symbol Sm, Currency_Symbol Sc, Modifier_Symbol Sk, Other_Symbol So, Space_Separator Zs,
  Line_Separator Zl, Paragraph_Separator Zp, Control Cc cntrl, Format Cf, Surrogate Cs, Private_Use Co, Unassigned Cn`;

const SCRIPT = `
  Adlam Adlm, Ahom, Anatolian_Hieroglyphs Hluw, Arabic Arab, Armenian Armn, Avestan Avst, Balinese Bali, Bamum
  Bamu, Bassa_Vah Bass, Batak Batk, Bengali Beng, Beria_Erfe Berf, Bhaiksuki Bhks, Bopomofo Bopo, Brahmi Brah,
  Braille Brai, Buginese Bugi, Buhid Buhd, Canadian_Aboriginal Cans, Carian Cari, Caucasian_Albanian Aghb,
  Chakma Cakm, Cham, Cherokee Cher, Chorasmian Chrs, Common Zyyy, Coptic Copt Qaac, Cuneiform Xsux, Cypriot
  Cprt, Cypro_Minoan Cpmn, Cyrillic Cyrl, Deseret Dsrt, Devanagari Deva, Dives_Akuru Diak, Dogra Dogr, Duployan
  Dupl, Egyptian_Hieroglyphs Egyp, Elbasan Elba, Elymaic Elym, Ethiopic Ethi, Garay Gara, Georgian Geor,
  Glagolitic Glag, Gothic Goth, Grantha Gran, Greek Grek, Gujarati Gujr, Gunjala_Gondi Gong, Gurmukhi Guru,
  Gurung_Khema Gukh, Han Hani, Hangul Hang, Hanifi_Rohingya Rohg, Hanunoo Hano, Hatran Hatr, Hebrew Hebr,
  Hiragana Hira, Imperial_Aramaic Armi, Inherited Qaai Zinh, Inscriptional_Pahlavi Phli, Inscriptional_Parthian
  Prti, Javanese Java, Kaithi Kthi, Kannada Knda, Katakana Kana, Kawi, Kayah_Li Kali, Kharoshthi Khar,
  Khitan_Small_Script Kits, Khmer Khmr, Khojki Khoj, Khudawadi Sind, Kirat_Rai Krai, Lao Laoo, Latin Latn,
  Lepcha Lepc, Limbu Limb, Linear_A Lina, Linear_B Linb, Lisu, Lycian Lyci, Lydian Lydi, Mahajani Mahj, Makasar
  Maka, Malayalam Mlym, Mandaic Mand, Manichaean Mani, Marchen Marc, Masaram_Gondi Gonm, Medefaidrin Medf,
  Meetei_Mayek Mtei, Mende_Kikakui Mend, Meroitic_Cursive Merc, Meroitic_Hieroglyphs Mero, Miao Plrd, Modi,
  Mongolian Mong, Mro Mroo, Multani Mult, Myanmar Mymr, Nabataean Nbat, Nag_Mundari Nagm, Nandinagari Nand,
  New_Tai_Lue Talu, Newa, Nko Nkoo, Nushu Nshu, Nyiakeng_Puachue_Hmong Hmnp, Ogham Ogam, Ol_Chiki Olck, Ol_Onal
  Onao, Old_Hungarian Hung, Old_Italic Ital, Old_North_Arabian Narb, Old_Permic Perm, Old_Persian Xpeo,
  Old_Sogdian Sogo, Old_South_Arabian Sarb, Old_Turkic Orkh, Old_Uyghur Ougr, Oriya Orya, Osage Osge, Osmanya
  Osma, Pahawh_Hmong Hmng, Palmyrene Palm, Pau_Cin_Hau Pauc, Phags_Pa Phag, Phoenician Phnx, Psalter_Pahlavi
  Phlp, Rejang Rjng, Runic Runr, Samaritan Samr, Saurashtra Saur, Sharada Shrd, Shavian Shaw, Siddham Sidd,
  Sidetic Sidt, SignWriting Sgnw, Sinhala Sinh, Sogdian Sogd, Sora_Sompeng Sora, Soyombo Soyo, Sundanese Sund,
  Sunuwar Sunu, Syloti_Nagri Sylo, Syriac Syrc, Tagalog Tglg, Tagbanwa Tagb, Tai_Le Tale, Tai_Tham Lana,
  Tai_Viet Tavt, Tai_Yo Tayo, Takri Takr, Tamil Taml, Tangsa Tnsa, Tangut Tang, Telugu Telu, Thaana Thaa, Thai,
  Tibetan Tibt, Tifinagh Tfng, Tirhuta Tirh, Todhri Todr, Tolong_Siki Tols, Toto, Tulu_Tigalari Tutg, Ugaritic
  Ugar, Unknown Zzzz, Vai Vaii, Vithkuqi Vith, Wancho Wcho, Warang_Citi Wara, Yezidi Yezi, Yi Yiii,
  Zanabazar_Square Zanb`;

const LAST = 0x10ffff;
const names = (table) => table.split(',').map((entry) => entry.trim().split(/\s+/));

/** Every code point once, in order, so that ranges come out of one scan; a lone surrogate stays lone in this order. */
const units = [];
for (let cp = 0; cp <= LAST; cp++) if (cp < 0xd800 || cp > 0xdfff) units.push(String.fromCodePoint(cp));
const everything = units.join('');

function codePoints(expression) {
  const member = new Uint8Array(LAST + 2);
  const scan = new RegExp(`[${expression}]`, 'gu');
  for (const [text] of everything.matchAll(scan)) member[text.codePointAt(0)] = 1;
  const one = new RegExp(`[${expression}]`, 'u');
  for (let cp = 0xd800; cp <= 0xdfff; cp++) if (one.test(String.fromCharCode(cp))) member[cp] = 1;
  return member;
}

function gaps(member) {
  const out = [];
  let inside = 0;
  let length = 0;
  for (let cp = 0; cp <= LAST; cp++) {
    if (member[cp] !== inside) {
      out.push(length);
      inside = member[cp];
      length = 0;
    }
    length++;
  }
  if (inside) out.push(length);
  return out;
}

const numbers = (list) => list.map((n) => n.toString(36)).join(' ');
const line = (letter, aliases, list) => console.log(`${letter} ${aliases.join(' ')}: ${numbers(list)}`);

/** Classes of code points that are equal under simple case folding, the folded one first. */
function foldingClasses() {
  const classes = new Map();
  const seen = new Set();
  const single = (text) => (text.length === String.fromCodePoint(text.codePointAt(0)).length ? [text.codePointAt(0)] : []);
  const candidates = codePoints('\\p{CWCM}\\p{CWCF}\\p{Cased}');
  const neighbours = new Map();
  const link = (a, b) => {
    if (a === b) return;
    if (!neighbours.has(a)) neighbours.set(a, new Set());
    if (!neighbours.has(b)) neighbours.set(b, new Set());
    neighbours.get(a).add(b);
    neighbours.get(b).add(a);
  };
  const hex = (cp) => `\\u{${cp.toString(16)}}`;
  for (let cp = 0; cp <= LAST; cp++) {
    if (!candidates[cp]) continue;
    const text = String.fromCodePoint(cp);
    const full = [text.toLowerCase(), text.toUpperCase(), text.toLowerCase().toUpperCase(), text.toUpperCase().toLowerCase()];
    for (const other of full.flatMap(single)) {
      if (other !== cp && new RegExp(`^${hex(cp)}$`, 'iu').test(String.fromCodePoint(other))) link(cp, other);
    }
  }
  // Pairs whose full foldings are longer than one code point share no simple mapping of case: look for them among their like.
  const rest = [];
  for (let cp = 0; cp <= LAST; cp++) {
    if (candidates[cp] && [...String.fromCodePoint(cp).toUpperCase()].length > 1) rest.push(cp);
  }
  for (const a of rest) {
    for (const b of rest) if (a < b && new RegExp(`^${hex(a)}$`, 'iu').test(String.fromCodePoint(b))) link(a, b);
  }
  for (const start of [...neighbours.keys()].sort((a, b) => a - b)) {
    if (seen.has(start)) continue;
    const members = [start];
    seen.add(start);
    for (const cp of members) {
      for (const next of neighbours.get(cp)) {
        if (!seen.has(next)) {
          seen.add(next);
          members.push(next);
        }
      }
    }
    members.sort((a, b) => a - b);
    const folds = (cp) => /^\p{CWCF}$/u.test(String.fromCodePoint(cp));
    const to = members.find((cp) => !folds(cp)) ?? members.find((cp) => /^\p{Ll}$/u.test(String.fromCodePoint(cp)));
    classes.set(start, [to, ...members.filter((cp) => cp !== to)]);
  }
  return [...classes.values()];
}

/** Sequences that match a property of strings, found by trying what such sequences are made of. */
function sequences() {
  const cps = (expression) => [...everything.matchAll(new RegExp(expression, 'gu'))].map(([text]) => text);
  const tones = cps('\\p{Emoji_Modifier}');
  const emoji = cps('(?![0-9#*\\p{Emoji_Modifier}\\p{Regional_Indicator}])\\p{Emoji}');
  const zwj = '\u200d';
  const isSequence = (name) => {
    const test = new RegExp(`^\\p{${name}}$`, 'v');
    return (text) => test.test(text);
  };
  const forms = (text) => [text, `${text}\ufe0f`, ...tones.map((tone) => text + tone)];
  const out = new Map();
  const all = cps('\\p{Emoji}');
  out.set('Basic_Emoji', all.flatMap((text) => [text, `${text}\ufe0f`]).filter(isSequence('Basic_Emoji')));
  out.set('Emoji_Keycap_Sequence', all.map((text) => `${text}\ufe0f\u20e3`).filter(isSequence('Emoji_Keycap_Sequence')));
  const modified = all.flatMap((text) => tones.map((tone) => text + tone));
  out.set('RGI_Emoji_Modifier_Sequence', modified.filter(isSequence('RGI_Emoji_Modifier_Sequence')));
  const regional = cps('\\p{Regional_Indicator}');
  const flags = regional.flatMap((a) => regional.map((b) => a + b));
  out.set('RGI_Emoji_Flag_Sequence', flags.filter(isSequence('RGI_Emoji_Flag_Sequence')));
  const tag = (text) => [...text].map((c) => String.fromCodePoint(0xe0000 + c.charCodeAt(0))).join('');
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const regions = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c)));
  const tagged = regions.map((region) => `\u{1f3f4}${tag(`gb${region}`)}\u{e007f}`);
  out.set('RGI_Emoji_Tag_Sequence', tagged.filter(isSequence('RGI_Emoji_Tag_Sequence')));
  const joined = isSequence('RGI_Emoji_ZWJ_Sequence');
  const elements = emoji.flatMap(forms).filter((text) => /^(?:\p{RGI_Emoji}|.)$/v.test(text));
  const pairs = elements.flatMap((a) => elements.filter((b) => joined(a + zwj + b)).map((b) => a + zwj + b));
  // Longer ones are looked for among what already joins with something, and what stands
  // between two people: hearts, kisses, hands.
  const firsts = new Set(pairs.map((text) => text.split(zwj)[0]));
  const lasts = new Set([...pairs.map((text) => text.split(zwj)[1]), '\u2764\ufe0f', ...'\u{1f48b}\u{1f430}\u{1f91d}\u{1faef}']);
  for (const person of ['\u{1f468}', '\u{1f469}', '\u{1f9d1}', '\u{1f466}', '\u{1f467}', '\u{1f9d2}']) {
    for (const text of [person, ...tones.map((tone) => person + tone)]) lasts.add(text);
  }
  const found = [...pairs];
  const starters = [...firsts].flatMap((a) => [...lasts].map((b) => a + zwj + b));
  const people = /^(?:\p{Emoji_Modifier_Base}|\u{1f46a}|\u{1f441}|\u{1f3f3})/u;
  const triples = starters.filter((text) => people.test(text)).flatMap((ab) => [...lasts].map((c) => ab + zwj + c));
  found.push(...triples.filter(joined));
  const familyStart = [...'\u{1f468}\u{1f469}\u{1f9d1}'].flatMap((person) => [person, ...tones.map((tone) => person + tone)]);
  const familyNext = ['\u2764\ufe0f', ...'\u{1f468}\u{1f469}\u{1f9d1}'];
  const familyThird = ['\u{1f48b}', ...'\u{1f466}\u{1f467}\u{1f9d2}'];
  const familyLast = [...familyStart, ...'\u{1f466}\u{1f467}\u{1f9d2}'];
  for (const a of familyStart) {
    for (const b of familyNext) {
      for (const c of familyThird) {
        for (const d of familyLast) {
          const text = [a, b, c, d].join(zwj);
          if (joined(text)) found.push(text);
        }
      }
    }
  }
  out.set('RGI_Emoji_ZWJ_Sequence', [...new Set(found)]);
  return out;
}

console.log(`# Unicode ${process.versions.unicode}, written by interpreter/src/unicode/generate.mjs; not to be edited.`);
console.log('# Derived from the Unicode Character Database, (c) Unicode, Inc., https://www.unicode.org/license.txt');
for (const aliases of names(BINARY)) line('b', aliases, gaps(codePoints(`\\p{${aliases[0]}}`)));
for (const aliases of names(CATEGORY)) line('g', aliases, gaps(codePoints(`\\p{gc=${aliases[0]}}`)));
for (const aliases of names(SCRIPT)) line('s', aliases, gaps(codePoints(`\\p{sc=${aliases[0]}}`)));
for (const aliases of names(SCRIPT)) {
  const script = codePoints(`\\p{sc=${aliases[0]}}`);
  const difference = codePoints(`\\p{scx=${aliases[0]}}`).map((flag, cp) => flag ^ script[cp]);
  if (difference.includes(1)) line('x', [aliases[0]], gaps(difference));
}
// A class is its first member, then the others as differences from it (zigzag), after a count.
const zigzag = (n) => (n < 0 ? -2 * n - 1 : 2 * n);
let previous = 0;
const folding = [];
for (const [to, ...others] of foldingClasses()) {
  folding.push(others.length, zigzag(to - previous), ...others.map((cp) => zigzag(cp - to)));
  previous = to;
}
line('f', ['simple'], folding);
for (const [name, texts] of sequences()) {
  // A sequence is how many code points it shares with the one before, how many follow, and those.
  const sorted = texts.map((text) => [...text].map((c) => c.codePointAt(0)));
  sorted.sort((a, b) => {
    for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return a[i] - b[i];
    return a.length - b.length;
  });
  let before = [];
  const list = [];
  for (const sequence of sorted) {
    let shared = 0;
    while (shared < before.length && shared < sequence.length && before[shared] === sequence[shared]) shared++;
    list.push(shared, sequence.length - shared, ...sequence.slice(shared));
    before = sequence;
  }
  line('q', [name], list);
}

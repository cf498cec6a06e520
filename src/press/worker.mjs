// The press: renders one Typst template at a time to PDF. Started and stopped by the server.
//
//   node worker.mjs TEMPLATES-FOLDER [SHIPPED-TEMPLATES-FOLDER]
//
// A frame is its length (4 bytes, big-endian) and that many bytes. On stdout, first of all: "ready" and the compiler's
// version. Then, for every four frames on stdin (template's name, PDF standard, "exact" or "marked", data as JSON), two on stdout: "pdf" and
// the bytes, or "failure" and one sentence in UTF-8. Where a template does not compile and there is the one that was shipped, that is
// used: "pdf", a line's end and the sentence, and the bytes. The end of stdin is the end of the press.
//
// A sign that no font has is not allowed by the standard: an exact paper is not printed with one, a marked paper has its code in its place.
//
// An object {"qr": text, "form": "svg" or "png", "level": "low" to "high"} in the data is drawn as a QR code with its quiet zone, in a PNG a point for each
// square; the template finds the path of the picture in its place.
import { readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { drawn } from './codes.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = process.argv[2];
const shippedRoot = statSync(process.argv[3] ?? '', { throwIfNoEntry: false })?.isDirectory() ? process.argv[3] : undefined;

// Read by the compiler when it is loaded, so they come before its import: fonts only from beside this file, and a proxy and
// folders that lead nowhere, because a template must neither download a package nor find one left behind by somebody else.
process.env.FONTCONFIG_FILE = join(here, 'fonts.conf');
for (const folder of ['HOME', 'XDG_DATA_HOME', 'XDG_CACHE_HOME', 'XDG_CONFIG_HOME']) process.env[folder] = join(here, 'nowhere');
for (const proxy of ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY']) {
  process.env[proxy] = process.env[proxy.toLowerCase()] = 'http://127.0.0.1:1';
}

if (!root || !statSync(root, { throwIfNoEntry: false })?.isDirectory()) {
  console.error(`there is no templates folder at ${root ?? '(none given)'}`);
  process.exit(1);
}

const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
const fontArgs = [{ fontPaths: [join(here, 'fonts')] }];
const own = { root, compiler: NodeCompiler.create({ workspace: root, fontArgs }) };
// Made when it is needed, which is seldom: it reads all fonts again.
let shipped;
const shippedOnes = () => (shipped ??= { root: shippedRoot, compiler: NodeCompiler.create({ workspace: shippedRoot, fontArgs }) });
const version = JSON.parse(readFileSync(
  join(here, 'node_modules/@myriaddreamin/typst-ts-node-compiler/package.json'), 'utf8')).version;

/** Where the compiler points, as file:line, seen from the templates folder. */
const placeIn = (root) => ({ path, range }) => {
  const file = relative(root, path || root) || '?';
  return range ? `${file}:${range.start.line + 1}` : file;
};

const render = ({ root, compiler }, template, standard, { data, pictures }) => {
  const place = placeIn(root);
  if (!/^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(template)) return failure(`no template can be called ${JSON.stringify(template)}`);
  const file = join(root, `${template}.typ`);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return failure(`${template}.typ: there is no such template`);

  for (const [path, picture] of pictures) compiler.mapShadow(join(root, path), picture);
  // Templates are edited while the server runs, so each paper reads them afresh.
  const compiled = compiler.compile({ mainFilePath: file, inputs: { data }, resetRead: true });
  if (!compiled.result) {
    // The error first, then the calls that led to it; warnings are left out.
    const said = compiler.fetchDiagnostics(compiled.takeError()).filter((it) => it.severity !== 2);
    const error = said.find((it) => it.severity === 1) ?? said[0];
    const callers = said.filter((it) => it.severity !== 1).slice(0, 3).map(place);
    return failure(`${place(error)}: ${error.message}${callers.length ? ` (called from ${callers.join(', ')})` : ''}`);
  }
  try {
    return ['pdf', compiler.pdf(compiled.result, { pdfStandard: standard })];
  } catch (error) {
    // What the PDF standard forbids comes as a debug print without a usable place: keep its sentences.
    const print = String(error.code ?? error.message);
    const said = [...print.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text.replace(/\\(.)/g, '$1').replaceAll('`', ''));
    const unset = said.map((sentence) => /^PDF\/\S+ error: the text "(.+)" could not be displayed/su.exec(sentence)?.[1]);
    return [...failure(`${template}.typ: ${[...new Set(said)].slice(0, 5).join('; ') || print}`), unset.every(Boolean) ? unset.flatMap(signsOf) : []];
  }
};

/** The signs of a text, which the compiler quotes as its own language does; of a letter with marks the marks alone, for the letter may well be in a font. */
const signsOf = (text) => {
  const signs = [...text.replace(/\\u\{([0-9a-f]+)\}|\\(.)/giu, (_, code, sign) => (code ? String.fromCodePoint(parseInt(code, 16)) : sign))];
  const marks = signs.filter((sign) => /[\p{M}\p{Cf}]/u.test(sign));
  return marks.length > 0 ? marks : signs;
};

/** Printed with its code in the place of each sign that no font has. */
const marked = (templates, template, standard, { data, pictures }) => {
  const signs = new Set();
  const code = (sign) => (signs.has(sign) ? `[U+${sign.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}]` : sign);
  const coded = (_, value) => (typeof value === 'string' ? [...value].map(code).join('') : value);
  // A mark's letter is found wanting only once the mark is gone.
  for (let round = 0; ; round++) {
    const print = render(templates, template, standard, { data: round === 0 ? data : JSON.stringify(JSON.parse(data, coded)), pictures });
    const more = (print[2] ?? []).filter((sign) => !signs.has(sign));
    if (more.length === 0 || round === 5) return print;
    more.forEach((sign) => signs.add(sign));
  }
};

// Where the shipped template fails on the same data, the fault is in the data, and the first sentence says so.
const answer = (template, standard, exact, asked) => {
  const data = drawn(asked);
  const print = exact ? render : marked;
  const first = print(own, template, standard, data);
  if (first[0] === 'pdf' || !shippedRoot || relative(root, shippedRoot) === '') return first;
  const second = print(shippedOnes(), template, standard, data);
  return second[0] === 'pdf' ? [`pdf\n${first[1]}`, second[1]] : first;
};

const failure = (sentence) => ['failure', Buffer.from(sentence)];

const send = (frames) => {
  for (const frame of frames) {
    const bytes = Buffer.from(frame);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    process.stdout.write(length);
    process.stdout.write(bytes);
  }
};

async function* framesOf(stream) {
  let chunks = [];
  let have = 0;
  let need = 4;
  let inBody = false;
  for await (const chunk of stream) {
    chunks.push(chunk);
    have += chunk.length;
    while (have >= need) {
      const all = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
      const part = all.subarray(0, need);
      chunks = [all.subarray(need)];
      have -= need;
      if (inBody) yield part;
      need = inBody ? 4 : part.readUInt32BE();
      inBody = !inBody;
    }
  }
}

// Ctrl+C reaches the whole terminal; the server ends the press when its own work is done.
process.on('SIGINT', () => {});

send(['ready', version]);
let asked = [];
for await (const frame of framesOf(process.stdin)) {
  asked.push(frame.toString('utf8'));
  if (asked.length < 4) continue;
  const [template, standard, exact, data] = asked;
  asked = [];
  try {
    send(answer(template, standard, exact === 'exact', data).slice(0, 2));
  } catch (error) {
    send(failure(`${template}.typ: ${error.code ?? error.message}`));
  }
  for (const compiler of [own.compiler, shipped?.compiler]) {
    compiler?.resetShadow();
    compiler?.evictCache(2);
  }
}

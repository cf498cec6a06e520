// Plays fixtures to the built pages, under the product's content policy: `/a/SCENE/PAGE`, scenes in fixtures.ts. Never part of the product.
import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import ws from 'ws';

const { module: fixtures } = await runnerImport(fileURLToPath(new URL('./fixtures.ts', import.meta.url)));
const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const port = Number(process.env.PORT ?? 5199);

const me = (query) => ({
  signedIn: !query.has('out'), name: query.has('out') ? undefined : 'Ivo', secretariat: !query.has('out'), assembly: 'between', page: 'chair',
});

function fileOf(path) {
  const page = /^\/a\/[^/]+\/(\w+)$/.exec(path)?.[1] ?? { '/': 'index', '/j': 'join', '/secretariat': 'secretariat' }[path];
  return join(dist, page ? `${page}.html` : path);
}

const server = createServer((request, response) => {
  const url = new URL(request.url, 'http://mock');
  const json = (body, status = 200) => response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  if (url.pathname === '/floor/negotiate') return json({ connectionId: 'x', connectionToken: 'x', negotiateVersion: 1, availableTransports: [] });
  if (url.pathname === '/api/me') return json(me(new URL(request.headers.referer ?? '/', 'http://mock').searchParams));
  if (url.pathname === '/api/assemblies') return json([{ id: 'between', name: 'August Meeting 2026', starts: '2026-08-01', ends: '2026-08-07', venue: 'Aarhus' }]);
  if (url.pathname === '/api/rulebooks') return json([{ id: 'ifmsa', title: 'IFMSA plenary rules', edition: 'draft' }]);
  if (url.pathname === '/j' && request.method === 'POST') return json({ code: 'code.unknown', text: 'No badge carries this code. Check it letter by letter.' }, 404);
  if (url.pathname.endsWith('/tablet') && request.method === 'POST') return json({ code: 'code.unknown', text: 'Nobody has this code; check it against your badge, or go to the credentials desk.' }, 404);
  if (/^\/a\/[^/]+\/minutes\/[^/]+\/view$/.test(url.pathname)) return json(fixtures.minutesView);
  const file = fileOf(url.pathname);
  if (!existsSync(file)) return json({ code: 'none', text: 'There is no such page.' }, 404);
  response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream', 'Content-Security-Policy': policy });
  return createReadStream(file).pipe(response);
});

const end = '\u001e';
new ws.Server({ server, path: '/floor' }).on('connection', (socket, request) => {
  let sequence = 812;
  const page = new URL(request.url, 'http://mock').searchParams.get('access_token') ?? 'floor';
  const send = (message) => socket.send(JSON.stringify(message) + end);
  const board = (name, message) => send({ type: 1, target: 'Board', arguments: [{ name, ...message }] });
  socket.on('message', (data) => {
    for (const frame of String(data).split(end).filter(Boolean)) {
      const message = JSON.parse(frame);
      if (message.protocol) socket.send(`{}${end}`);
      if (message.type !== 1) continue;
      const answer = (result) => send({ type: 3, invocationId: message.invocationId, result });
      const [body] = message.arguments;
      if (message.target === 'Follow') {
        answer({ now: new Date().toISOString() });
        for (const [name, whole] of Object.entries(fixtures.boardsOf(body.assembly, page))) if (whole) board(name, { version: sequence, whole });
      } else if (message.target === 'Submit') {
        if (process.env.SILENT) continue;
        sequence++;
        if (body.kind === 'ballot.cast') {
          answer({ sequence, head: 'a3f9c27e' });
          board('mine', { version: sequence, from: sequence - 1, patch: { cast: { ballot: body.body.ballot, option: body.body.option, at: new Date().toISOString(), provenance: 'phone', counts: true } } });
        } else answer({ refusal: { code: 'mock', text: `The mock only looks: ${body.kind}.`, article: 'mock 1' } });
      } else answer({ now: new Date().toISOString() });
    }
  });
});
server.listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${port}`));

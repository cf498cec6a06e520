// Pictures of every page in every state, for a designer's eye: `node mock/pictures.mjs FOLDER [filter]`; the mock server runs beside it.
import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';

const folder = process.argv[2] ?? 'pictures';
const filter = process.argv[3] ?? '';
const base = process.env.MOCK ?? 'http://127.0.0.1:5199';
const sizes = { phone: { width: 360, height: 740 }, console: { width: 1440, height: 900 }, screen: { width: 1920, height: 1080 } };
const shots = [];
const add = (size, page, scenes) => scenes.forEach((scene) => shots.push({ size, page, scene }));
add('phone', 'floor', ['planned', 'rollCall', 'waiting', 'second', 'seconded', 'voting', 'counted', 'colleague', 'election', 'declared', 'elected', 'placards', 'recess', 'hallCall', 'noQuorum', 'adjourned']);
add('console', 'chair', ['rollCall', 'waiting', 'second', 'voting', 'nominations', 'declared', 'recess']);
add('console', 'chair', ['debate', 'amendment', 'procedural', 'secondProcedural', 'overrule', 'alternatives', 'bloc', 'handedIn', 'closedSession', 'speech']);
add('phone', 'chair', ['procedural']);
add('screen', 'screen', ['debate', 'amendment', 'procedural', 'secondProcedural', 'overrule', 'alternatives', 'bloc', 'closedSession', 'speech', 'versus', 'versusResult', 'chosen']);
add('console', 'desk', ['rollCall', 'voting']);
add('console', 'officer', ['voting', 'placards']);
add('console', 'secretary', ['between']);
add('screen', 'screen', ['planned', 'rollCall', 'waiting', 'second', 'voting', 'declared', 'elected', 'nominations', 'recess', 'hallCall', 'between', 'noQuorum']);
for (const page of ['/', '/?out', '/j', '/j#secret', '/secretariat', '/secretariat#first']) shots.push({ size: page.startsWith('/j') ? 'phone' : 'console', path: page });

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium', headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
mkdirSync(folder, { recursive: true });
let said = 0;
for (const scheme of (process.env.SCHEMES ?? 'light,dark').split(',')) {
  for (const { size, page, scene, path } of shots) {
    const name = `${size}-${page ?? path.replace(/\W+/g, '_')}${scene ? `-${scene}` : ''}-${scheme}`;
    if (!name.includes(filter)) continue;
    const context = await browser.newContext({ viewport: sizes[size], colorScheme: scheme });
    const tab = await context.newPage();
    tab.on('console', (message) => ['error', 'warning'].includes(message.type()) && (said++, console.log(name, message.text())));
    tab.on('pageerror', (error) => (said++, console.log(name, String(error))));
    await tab.goto(path ? base + path : `${base}/a/${scene}/${page}#token=${page}`);
    await tab.waitForTimeout(1100);
    await tab.screenshot({ path: `${folder}/${name}.png` });
    await context.close();
  }
}
await browser.close();
console.log(`${said} complaints by the browser`);

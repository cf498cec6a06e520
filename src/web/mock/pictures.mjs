// Pictures of every page in every state, for a designer's eye: `node mock/pictures.mjs FOLDER [filter]`; the mock server runs beside it.
import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';

const folder = process.argv[2] ?? 'pictures';
const filter = process.argv[3] ?? '';
const base = process.env.MOCK ?? 'http://127.0.0.1:5199';
const sizes = { phone: { width: 360, height: 740 }, tablet: { width: 1024, height: 768 }, console: { width: 1440, height: 900 }, screen: { width: 1920, height: 1080 } };
const shots = [];
const add = (size, page, scenes) => scenes.forEach((scene) => shots.push({ size, page, scene }));
add('phone', 'floor', ['planned', 'rollCall', 'waiting', 'second', 'seconded', 'voting', 'counted', 'colleague', 'election', 'declared', 'elected', 'placards', 'recess', 'hallCall', 'noQuorum', 'adjourned']);
add('phone', 'floor', ['debate', 'amendment', 'amendmentSecond', 'procedural', 'alternatives', 'versus', 'versusAmendment', 'chosen', 'bloc', 'speaking', 'drafts', 'closed']);
add('phone', 'floor', ['split', 'marks', 'proxies', 'entered', 'checking']);
// What opens over the page: the names of buttons to press, one after the other; `/…/` is a pattern.
const press = (scene, name, ...presses) => shots.push({ size: 'phone', page: 'floor', scene, name, presses });
const more = /More you can do/;
press('debate', 'more', more);
press('debate', 'amend', more, /^Propose an amendment/, /^Paragraph 2/);
press('debate', 'amendments', /^See . amend/);
press('debate', 'divide', more, /^Divide/);
press('debate', 'procedurals', more, /^Procedural motion/);
press('debate', 'recess', more, /^Procedural motion/, /recess/);
press('alternatives', 'alternative', /^Propose an alternative/);
press('voting', 'room', /^.?.?Mandate/);
press('voting', 'meaning', /^What this vote means/);
press('checking', 'wrong', /^My vote is wrong/, /another choice/);
press('drafts', 'mandates', more, /^Mandates/);
press('drafts', 'mine', more, /^Motions of/);
press('drafts', 'new', more, /^Write a motion/);
press('speaking', 'yield', /^Yield/);
add('console', 'chair', ['rollCall', 'waiting', 'second', 'voting', 'nominations', 'declared', 'recess']);
add('console', 'chair', ['hall-debate', 'hall-amendment', 'hall-procedural', 'hall-secondProcedural', 'hall-secondAmendment', 'hall-overrule', 'hall-alternatives', 'hall-bloc', 'hall-handedIn', 'hall-closedSession', 'hall-speech']);
add('phone', 'chair', ['hall-procedural']);
add('screen', 'screen', ['hall-debate', 'hall-amendment', 'hall-procedural', 'hall-secondProcedural', 'hall-secondAmendment', 'hall-overrule', 'hall-alternatives', 'hall-bloc', 'hall-closedSession', 'hall-speech', 'hall-versus', 'hall-versusResult', 'hall-chosen']);
const votes = ['before', 'test', 'timed', 'roll', 'rollDone', 'checking', 'counted', 'named', 'short', 'double', 'turnout', 'severalOpen', 'several', 'proposals', 'noneChosen', 'totals', 'testDone'].map((scene) => `vote-${scene}`);
add('console', 'chair', votes);
add('screen', 'screen', votes);
const opens = (size, page, scene, name, ...presses) => shots.push({ size, page, scene, name, presses });
opens('console', 'chair', 'vote-before', 'form', /^Take this vote/);
opens('console', 'chair', 'vote-before', 'reach', /All delegations by region/);
opens('console', 'chair', 'vote-timed', 'paper', /^Enter a paper count/, /^Confirm count 1/);
opens('console', 'chair', 'vote-named', 'names', /^By region/, /^Votes by name/);
opens('console', 'officer', 'vote-timed', 'paper', /^Paper$/);
opens('console', 'secretary', 'between', 'votes', /^Votes/);
opens('console', 'desk', 'vote-timed', 'paper', /^Enter a paper count/);
add('console', 'desk', ['rollCall', 'voting']);
add('console', 'officer', ['voting', 'placards']);
const tablets = ['between', 'tablet-locked', 'tablet-open', 'tablet-counted', 'tablet-phone', 'tablet-two', 'tablet-several', 'tablet-split'];
add('tablet', 'tablet', tablets);
add('phone', 'tablet', tablets);
opens('tablet', 'tablet', 'tablet-split', 'parts', /^Split the votes/, /more: For/);
add('console', 'secretary', ['between', 'minutes-draft', 'minutes-reviewed', 'minutes-circulated', 'minutes-put', 'minutes-published']);
add('phone', 'secretary', ['minutes-circulated']);
opens('console', 'secretary', 'minutes-draft', 'reword', /^Reword/);
opens('console', 'secretary', 'minutes-circulated', 'correct', /^Correct$/);
opens('console', 'secretary', 'between', 'languages', /^Motions in other/);
add('screen', 'screen', ['planned', 'rollCall', 'waiting', 'second', 'voting', 'declared', 'elected', 'nominations', 'recess', 'hallCall', 'between', 'noQuorum']);
for (const page of ['/', '/?out', '/j', '/j#secret', '/secretariat', '/secretariat#first']) shots.push({ size: page.startsWith('/j') ? 'phone' : 'console', path: page });

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium', headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
mkdirSync(folder, { recursive: true });
let said = 0;
for (const scheme of (process.env.SCHEMES ?? 'light,dark').split(',')) {
  for (const { size, page, scene, path, name: part, presses = [] } of shots) {
    const name = `${size}-${page ?? path.replace(/\W+/g, '_')}${scene ? `-${scene}` : ''}${part ? `-${part}` : ''}-${scheme}`;
    if (!name.includes(filter)) continue;
    const context = await browser.newContext({ viewport: sizes[size], colorScheme: scheme });
    const tab = await context.newPage();
    tab.on('console', (message) => ['error', 'warning'].includes(message.type()) && (said++, console.log(name, message.text())));
    tab.on('pageerror', (error) => (said++, console.log(name, String(error))));
    await tab.goto(path ? base + path : `${base}/a/${scene}/${page}#token=${page}`);
    await tab.waitForTimeout(1100);
    for (const named of presses) {
      const button = tab.getByRole('button', { name: named }).first();
      await ((await button.count()) > 0 ? button : tab.locator('summary', { hasText: named }).first()).click();
      await tab.waitForTimeout(500);
    }
    await tab.screenshot({ path: `${folder}/${name}.png`, fullPage: !!process.env.WHOLE });
    await context.close();
  }
}
await browser.close();
console.log(`${said} complaints by the browser`);

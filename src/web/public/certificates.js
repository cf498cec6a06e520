// Checks the text of a certificate's QR code with the assembly's public keys: in this browser alone, with or without a network.
// What is signed: "ifmsa-assembly/certificate/v1", a zero, and the lines of the content. Whether it was revoked since, only a look-up knows.
(() => {
  const lines = ['number', 'kind', 'subject', 'attended', 'name', 'assembly', 'dates', 'issued'];
  const domain = new TextEncoder().encode('ifmsa-assembly/certificate/v1\0');
  const bytesOf = (base64) => Uint8Array.from(atob(base64.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));

  /** 'good', 'bad', 'unknown-key' or 'unreadable', and the words where they can be read. */
  async function check(text, keys) {
    const read = /^(\S*)\/certificates\/([0-9A-HJKMNP-TV-Z]{16})#v1\.([0-9a-f]{16})\.([\w-]+)\.([\w-]+)$/.exec(text.trim());
    if (!read) return { verdict: 'unreadable' };
    const [, , number, id, content, signature] = read;
    let signed, words, list;
    try {
      signed = bytesOf(content);
      words = new TextDecoder('utf-8', { fatal: true }).decode(signed).split('\n');
      list = JSON.parse(keys).keys;
    } catch {
      return { verdict: 'unreadable' };
    }
    if (words.length !== lines.length || words[0] !== number || !Array.isArray(list)) return { verdict: 'unreadable' };
    const found = list.find((each) => each.key === id);
    if (!found) return { verdict: 'unknown-key' };
    try {
      const spki = bytesOf(found.spki);
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', spki)).slice(0, 8);
      // A key under another's name would make its signatures look like the other's.
      if ([...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('') !== id) return { verdict: 'unknown-key' };
      const key = await crypto.subtle.importKey('spki', spki, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
      const whole = new Uint8Array([...domain, ...signed]);
      const good = await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, bytesOf(signature), whole);
      return { verdict: good ? 'good' : 'bad', words: good ? Object.fromEntries(lines.map((line, place) => [line, words[place]])) : undefined };
    } catch {
      return { verdict: 'unreadable' };
    }
  }
  globalThis.checkCertificate = check;
  if (typeof document === 'undefined') return;

  const [text, keys, verdict, content] = ['text', 'keys', 'verdict', 'content'].map((id) => document.getElementById(id));
  let asked = 0;
  const show = async () => {
    const turn = ++asked;
    const result = text.value.trim() === '' ? undefined : await check(text.value, keys.value);
    if (turn !== asked) return;
    verdict.className = result?.verdict === 'good' ? 'good' : 'alarm';
    verdict.textContent = result ? verdict.getAttribute(`data-${result.verdict}`) : '';
    content.replaceChildren(...Object.entries(result?.words ?? {}).filter(([, word]) => word !== '').flatMap(([line, word]) => {
      const [term, value] = [document.createElement('dt'), document.createElement('dd')];
      term.textContent = line;
      value.textContent = word;
      value.dir = 'auto';
      return [term, value];
    }));
  };
  for (const field of [text, keys]) field.addEventListener('input', show);
  void show();
})();

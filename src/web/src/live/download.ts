import { http } from './session';

/** Fetches a paper and hands it to the browser; a plain link could not carry the demo's token. */
export async function download(path: string, name: string, init?: RequestInit): Promise<void> {
  const url = URL.createObjectURL(await (await http(path, init)).blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

import { mount, type Component } from 'svelte';
import '../base.css';
import { speak } from '../wording/words';
import scripts from './scripts.css?url';

/** Puts a page on the screen, with its own words. */
export function show(page: Component, sections: Record<string, Record<string, string>> = {}): void {
  speak(sections);
  mount(page, { target: document.getElementById('page')! });
  // After the page can be used: what it says first is Latin, and a slow phone should not wait for a list of faces.
  setTimeout(() => document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: scripts })), 1500);
}

import { mount, type Component } from 'svelte';
import '../base.css';
import { speak } from '../wording/words';

/** Puts a page on the screen, with its own words. */
export function show(page: Component, sections: Record<string, Record<string, string>> = {}): void {
  speak(sections);
  mount(page, { target: document.getElementById('page')! });
}

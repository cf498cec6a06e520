declare module 'virtual:wording/language' {
  const language: { tag: string; direction: string };
  export default language;
}
declare module 'virtual:wording/*' {
  const section: Record<string, string>;
  export default section;
}

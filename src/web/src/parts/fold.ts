/** For searching as people type: without case and marks, so that `sao` finds São and `azerbaycan` Azərbaycan. */
export const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ə', 'a').replaceAll('ı', 'i');

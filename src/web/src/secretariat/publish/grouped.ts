/** A certificate's number as it is printed: ABCD-EFGH-JKMN-PQRS. */
export const grouped = (number: string) => number.replace(/(.{4})(?=.)/g, '$1-');

/**
 * Characters that nobody sees and that are used to hide words from readers and filters: zero-width, bidirectional overrides, Unicode tags,
 * controls. Variation selectors and joiners go too: an emoji made of several loses its dress, not its sense. A letter keeps two combining
 * marks at most (Vietnamese needs two). Linear.
 */
const HIDDEN = /(?![\t\n\r])\p{Cc}|\p{Cf}|\p{Default_Ignorable_Code_Point}/gu;
const PILED_MARKS = /(\p{M}{2})\p{M}+/gu;

export const withoutInvisible = (text: string): string => text.replace(HIDDEN, '').replace(PILED_MARKS, '$1');

/** A code without the spaces and dashes that people type, as the service takes it. */
export const plainCode = (typed: string): string => typed.replace(/[\s-]/g, '').toLowerCase();
export const isAppCode = (typed: string): boolean => /^\d{6}$/.test(plainCode(typed));
export const isCode = (typed: string): boolean => isAppCode(typed) || /^[a-z2-7]{16}$/.test(plainCode(typed));

/** "abcd efgh": what people read out or copy by hand. */
export const inGroups = (text: string, between = ' '): string => text.replace(/(.{4})(?=.)/g, `$1${between}`);

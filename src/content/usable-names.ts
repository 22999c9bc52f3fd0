// File names that an address can be made from.
// Sites and imports of old blogs share this rule: what a site refuses is never written into one.

// Control characters, line separators, marks that reverse the text after them in a terminal or on a forge, and the replacement
// character that Node uses if a name is not UTF-8: no file can be opened by such a name.
const BAD_NAME = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufffd\\]/;

export const isUsableName = (name: string): boolean => !BAD_NAME.test(name);

// Which names of files an address can be made of.
// The rule is one for sites and for old blogs: what a site refuses is not written into one.

// Control characters, line separators, marks that turn round what follows them, as the command and the forge show it, and the
// one that Node puts where a name is not UTF-8: a file cannot be opened by such a name.
const BAD_NAME = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufffd\\]/;

export const isUsableName = (name: string): boolean => !BAD_NAME.test(name);

/** The names of months, as headings: with a capital. */
export const MONTHS = {
  fr: "Janvier Février Mars Avril Mai Juin Juillet Août Septembre Octobre Novembre Décembre".split(" "),
  en: "January February March April May June July August September October November December".split(" "),
};

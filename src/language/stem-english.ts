import stemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';

/** The stem of an English word, by Porter's rules; of three letters or with a figure in it, the word as it is. payments → payment, paid → paid */
export const englishStemOf = (word: string): string => (word.length <= 3 || /\d/.test(word) ? word : stemmer.stem(word));

/**
 * Words that carry the turn of the question rather than its subject. They are signal (« combien de temps », « qui peut », « je
 * voudrais annuler ») and were worth .05 to .12 of R@1 when dropped, so they are kept in a channel of their own with a low
 * weight instead of drowning the subject. Folded forms.
 */
const FRENCH = `a ai as au aux avec avez avais avait avoir ayant c ca ce cela celle celles celui ces cet cette ceux chez ci comme comment
combien d dans de deja depuis des dois doit doivent donc dont du elle elles en encore entre es est et etaient etais etait etant ete etes
etre eu eux fais fait faire faut fera fois font hors ici il ils j jai je jusqu jusque l la là le les leur leurs lui m ma mais me meme memes
mes mettre moi mon n ne ni non nos notre nous on ont ou oui par pas pendant peu peut peuvent peux plus pour pourquoi pouvez pourrais
pouvoir prend prendre puis puisque qu quand que quel quelle quelles quels quelqu quelque quelques qui quoi s sa sais sait sans sauf se
sera serait ses si soit sommes son sont sous suis sur ta te tes toi ton toujours tout toute toutes tous tres trop tu un une va vais vas
veut veulent veux voudrais voulez vont vos votre vous vraiment y etait alors ainsi apres avant aussi autre autres bien bon bonjour
bonsoir merci svp stp plait salut madame monsieur est-ce cest jvais jdois chaque contre cote voila vers via lorsqu lorsque quoique
dire dit doivent savoir aimerais souhaite souhaiterais souhaiter besoin possible peuton puis-je hein ben bah euh genre truc trucs chose choses
ya quest estce aurait aurai aura auront avons ayez soient seront serai rien jamais aucun aucune moins beaucoup assez juste`;
const ENGLISH = `the a an my your his her our their i we you he she it they is are am was were be been do does did have has had can could
would should will to of in on at for from with without and or but not no what where when who how why which if this that there me us about
any some need want get please hello hi thanks thank just much many long old new im ive dont cant s t`;

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));
export const FRENCH_FUNCTION_WORDS = set(FRENCH);
export const ENGLISH_FUNCTION_WORDS = set(ENGLISH);
export const isFunctionWord = (folded: string): boolean => FRENCH_FUNCTION_WORDS.has(folded) || ENGLISH_FUNCTION_WORDS.has(folded);

/**
 * How people shorten words on a phone, and what they mean: folded form → words. Only forms that are no French word themselves, or
 * whose other sense no citizen types here (« c » , « g », « t »). Read before spelling repair.
 *
 * « g perdu ma cni ki peu maidé svp » → j ai perdu ma cni qui peut m aider s il vous plait
 */
const PAIRS = `
g:j ai|jai:j ai|jé:j ai|ge:je|jsuis:je suis|chui:je suis|chuis:je suis|jsui:je suis|jpeux:je peux|jpeu:je peux|jdois:je dois|jveux:je veux
jveu:je veux|jvoudrais:je voudrais|jfais:je fais|jvais:je vais|jve:je vais|jvai:je vais|jvé:je vais|jveu:je veux|jpense:je pense|jsais:je sais|chai:je sais|chais:je sais|jcherche:je cherche
jhabite:j habite|jetais:j etais|javais:j avais|jaimerais:j aimerais|jattends:j attends|jarrive:j arrive|jarive:j arrive|jen:j en|jme:je me|jte:je te|jle:je le
c:c est|cest:c est|ces:ces|cetait:c etait|cé:c est|sa:ca|ct:c etait|t:tu es|tes:tes|ta:ta|ya:il y a|yaura:il y aura|nya:il n y a|yapas:il n y a pas|ia:il y a
ki:qui|koi:quoi|kwa:quoi|ke:que|kel:quel|kelle:quelle|kels:quels|kell:quelle|kan:quand|kand:quand|qd:quand|qn:quelqu un|qqun:quelqu un|qqn:quelqu un|qqch:quelque chose|qq:quelques
komen:comment|koman:comment|coman:comment|comen:comment|coment:comment|commen:comment|cmt:comment|cmment:comment|comant:comment|kom:comme
pk:pourquoi|pkoi:pourquoi|pq:pourquoi|pourkoi:pourquoi|prquoi:pourquoi|pr:pour|pou:pour|pcq:parce que|pask:parce que|paske:parce que|parske:parce que
cb:combien|cbn:combien|combi1:combien|conbien:combien|combian:combien|bi1:bien|b1:bien|ri1:rien
ds:dans|dan:dans|ac:avec|avc:avec|ss:sans|tt:tout|tte:toute|ts:tous|tjs:toujours|tjrs:toujours|tj:toujours|mtn:maintenant|mnt:maintenant|maintenan:maintenant|jms:jamais
fo:faut|fodrai:faudrait|fodré:faudrait|fau:faut|fer:faire|fr:faire|fai:fait|peu:peut|veu:veux|doi:dois|dwa:dois|voudré:voudrais|voudrai:voudrais|voudrè:voudrais|poura:pourra
mé:mais|mai:mais|pa:pas|po:pas|plu:plus|mem:meme|bcp:beaucoup|bocou:beaucoup|bjr:bonjour|bnjr:bonjour|bsr:bonsoir|slt:salut|cc:coucou|mrc:merci|mci:merci|thx:merci
svp:s il vous plait|stp:s il te plait|silvouplé:s il vous plait|silvousplait:s il vous plait|dsl:desole|rdv:rendez vous|rdvs:rendez vous|rendévou:rendez vous|rendevou:rendez vous
nb:nombre|nbr:nombre|tel:telephone|tél:telephone|num:numero|adr:adresse|doc:document|docs:documents|dossié:dossier|papié:papier|papiés:papiers|kom:comme
appart:appartement|apart:appartement|appartment:appartement|apparte:appartement|proprio:proprietaire|propio:proprietaire|coloc:colocation|loc:location|deminage:demenage|déminage:demenage
ordi:ordinateur|pv:contravention|prune:contravention|secu:securite sociale|sécu:securite sociale|perm:permis|bagnole:voiture|caisse:caisse|tuture:voiture|vehic:vehicule|véhic:vehicule|auto:voiture
taf:travail|boulot:travail|turbin:travail|taffer:travailler|bosser:travailler|bosse:travaille|boss:patron|fric:argent|thune:argent|thunes:argent|sous:sous|tune:argent|tunes:argent
gosse:enfant|gosses:enfants|gamin:enfant|gamine:enfant|gamins:enfants|mome:enfant|mômes:enfants|môme:enfant|momes:enfants|marmot:enfant|loulou:enfant|minot:enfant|bb:bebe|bébés:bebe|gamines:enfants|bambin:enfant
mec:homme|meuf:femme|daron:pere|daronne:mere|darons:parents|papi:grand pere|papy:grand pere|mamie:grand mere|mamy:grand mere|mémé:grand mere|pépé:grand pere
piquer:voler|pique:vole|piqué:vole|piquée:vole|chourer:voler|chouré:vole|chourave:vole|chouravé:vole|tirer:tirer|paumer:perdre|paumé:perdu|paumée:perdu|paume:perdu|egarer:perdre|égarer:perdre|égaré:perdu|égarée:perdu|egare:perdu
viré:licencie|virée:licencie|virer:licencier|lourder:licencier|lourdé:licencie|flics:police|flic:police|keufs:police|keuf:police|poulets:police
1:1|2m1:demain|dem1:demain|2main:demain|ojd:aujourd hui|ajd:aujourd hui|auj:aujourd hui|oj:aujourd hui|aprem:apres midi|aprèm:apres midi|pb:probleme|pbm:probleme|prblm:probleme|prob:probleme|pblm:probleme
msg:message|info:information|infos:information|asso:association|assos:association|admin:administration|prefecture:prefecture|pref:prefecture|préf:prefecture|gratos:gratuit|gratis:gratuit|impec:parfait|ok:ok|vs:vous|ns:nous|ki:qui|qil:qu il|kil:qu il|kon:qu on|qon:qu on|quon:qu on|quil:qu il|quelle:quelle|dla:de la|dun:d un|dune:d une|lot:lot|lé:les|dé:des|é:et|o:au|ver:vers|aprè:apres|javai:j avais|jai1:j ai un|g1:j ai un
`;
const SHORT = new Map<string, readonly string[]>();
for (const pair of PAIRS.split(/[|\n]/)) {
  const cut = pair.indexOf(':');
  if (cut > 0) SHORT.set(pair.slice(0, cut), pair.slice(cut + 1).split(' '));
}

/** The words meant by a short form, accents kept in the key where they matter; undefined when it is none. */
export const meantBy = (word: string, folded: string): readonly string[] | undefined => SHORT.get(word) ?? SHORT.get(folded);

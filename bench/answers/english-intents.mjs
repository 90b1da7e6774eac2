/**
 * A stand-in for a large public set of English intents: 150 intents × 100 utterances, made of grammars written for this bench.
 *
 * Fifteen things × ten wishes, so that each intent has neighbours that share its nouns and neighbours that share its verbs. A tenth of the
 * evaluated file is worded as nothing in the learnt one, a fifth may name the thing otherwise; one text in fifteen has a typo. What must be refused is a
 * known wish about an unknown thing, an unknown wish about a known thing, or something else altogether. Seeded: the same set every time.
 */
const THINGS = {
  card: ['credit card', 'card', 'visa', 'debit card', 'mastercard'],
  account: ['bank account', 'checking account', 'savings account', 'savings', 'account at the bank'],
  flight: ['flight', 'plane ticket', 'flight to boston', 'flight out of denver', 'airline ticket'],
  hotel: ['hotel room', 'hotel', 'room at the hilton', 'hotel booking', 'suite for two nights'],
  car: ['rental car', 'car rental', 'rented car', 'hired van', 'rental suv'],
  phone: ['phone plan', 'cell phone contract', 'mobile subscription', 'phone line', 'sim card plan'],
  insurance: ['insurance policy', 'car insurance', 'insurance', 'home insurance', 'health coverage'],
  meal: ['dinner reservation', 'table at the restaurant', 'table for four', 'lunch reservation', 'restaurant booking'],
  parcel: ['package', 'parcel', 'online order', 'delivery', 'order of shoes'],
  meeting: ['meeting', 'team meeting', 'call with the team', 'appointment with my boss', 'conference call'],
  alarm: ['alarm', 'wake up alarm', 'morning alarm', 'alarm clock', 'alarm for work'],
  list: ['shopping list', 'grocery list', 'list of groceries', 'list for the store', 'to buy list'],
  music: ['playlist', 'music station', 'jazz playlist', 'workout songs', 'radio station'],
  leave: ['vacation days', 'pto request', 'time off', 'holiday leave', 'days off'],
  loan: ['mortgage', 'student loan', 'car loan', 'loan', 'home loan'],
};
const WISHES = {
  cancel:
    'cancel my {o}|please get rid of my {o}|i no longer need the {o}|i want to call off the {o}|drop my {o} please|can you cancel the {o} for {d}|i have changed my mind about the {o} so remove it|end my {o}|stop the {o} i set up|how can i cancel my {o}|scrap the {o}|i do not want my {o} anymore',
  cost: 'how much is the {o}|what does the {o} cost|what will i pay for my {o}|tell me the price of the {o}|is the {o} expensive|what are the fees on my {o}|how many dollars for a {o}|give me the cost of the {o} for {d}|what am i charged for the {o}|how pricey is the {o}|does the {o} cost over {n} dollars|rates for a {o}',
  open: 'i would like a new {o}|set up a {o} for me|can i get a {o}|make me a {o} for {d}|how do i start a {o}|book a {o} please|i need a {o} for {d}|help me get a {o}|sign me up for a {o}|create another {o}|arrange a {o} under the name {p}|please put together a {o}',
  change:
    'change my {o} to {d}|i need to modify the {o}|update my {o}|can the {o} be moved to {d}|switch my {o} to another one|how do i make changes to my {o}|edit the {o} for me|i want something different for my {o}|alter the {o} please|adjust my {o} so it fits {d}|swap my {o} for a better one|my {o} has to be different on {d}',
  status:
    'what is the status of my {o}|is my {o} ready yet|has the {o} gone through|any news on the {o}|check on my {o}|where do things stand with my {o}|did my {o} get approved|how is my {o} coming along|tell me whether the {o} is on track|has anything happened with the {o}|when will the {o} be confirmed|is the {o} still pending',
  problem:
    'my {o} is not working|there is something wrong with the {o}|i have an issue with my {o}|the {o} failed again|my {o} got messed up|i cannot use my {o}|why was the {o} rejected|report a problem with my {o}|the {o} has an error in it|fix my {o}|somebody broke my {o}|my {o} never works on {d}',
  details:
    'tell me about my {o}|what are the details of the {o}|show me the {o}|read me my {o}|what is in my {o}|pull up the {o} for {d}|i want to see my {o}|give me information on the {o}|what do you have on my {o}|describe the {o}|let me look at the {o}|display everything in the {o}',
  when: 'when is my {o}|what time is the {o}|on which day is the {o}|how long until my {o}|what is the date of the {o}|how soon will the {o} be here|how many days before the {o}|what hour does the {o} start|when exactly is the {o} due|is my {o} on {d}|at what point does my {o} begin|how much longer for the {o}',
  compare:
    'which {o} is the best|recommend a good {o}|what {o} do you suggest|find me the top {o} around|is there a better {o} than mine|compare one {o} with another|what do people say about this {o}|reviews of the {o}|help me choose a {o}|which {o} should i pick for {d}|are there nicer {o} choices|rank every {o} for me',
  share:
    'send the {o} to {p}|share my {o} with {p}|let {p} know about the {o}|email the {o} to {p}|can {p} see my {o}|add {p} to my {o}|forward my {o} to {p} please|give {p} access to the {o}|text {p} about the {o}|put {p} on the {o} too|i want {p} to have the {o}|copy {p} on my {o}',
};
const SLOTS = {
  d: ['friday', 'tomorrow', 'next week', 'march 3', 'tonight', 'monday morning', 'the weekend', 'june', 'noon', 'the 14th'],
  n: ['20', '50', 'one hundred', '300', 'a thousand'],
  p: ['tom', 'my wife', 'sarah', 'my boss', 'the kids', 'jenny', 'my brother', 'mister lee'],
};
const BEFORE = [
  '',
  '',
  '',
  '',
  'hey ',
  'please ',
  'ok so ',
  'could you tell me ',
  'i was wondering ',
  'um ',
  'hi there ',
  'quick question ',
];
const AFTER = ['', '', '', '', ' please', ' thanks', ' right now', ' if possible', ' for me', ' asap'];
const STRANGE_THINGS =
  'volcano|dentist appointment|gym locker|chess opening|guitar string|passport photo|stock portfolio|black hole|dog food|parking ticket|recipe for soup|movie theater|tax return|gas bill|tennis racket|university course|election result|haircut|library book|garden hose|blood test|weather report|museum tour|lawn mower|cough syrup';
const STRANGE_WISHES =
  'who invented the {o}|draw me a picture of the {o}|is a {o} good for children|what is the history of the {o}|spell {o}|translate {o} into greek|why do people hate the {o}|sing about my {o}|can a {o} be recycled|how is a {o} made in a factory|what color is the {o}|is it rude to talk about my {o}';
const ELSEWHERE =
  'who won the world cup in {n}|how deep is the ocean|what do geese eat|is flu contagious|name the tallest mountain|do birds sleep|how can i unclog a drain|why is the sky blue|who wrote hamlet|convert {n} miles into feet|what is the capital of peru|do fish feel pain|how do i tie a tie|are whales mammals|what makes bread rise|who is the president of france|how old is the universe|can cats see in the dark|where does coffee come from|what is a haiku|how do magnets work|why do onions make you cry|tell me about the roman empire|does hypnosis really work|what side do forks go on|is android better than iphone|how many bones has a hand|what rhymes with orange|can plants hear music|who painted the mona lisa';

export function englishIntents(each = 100, judged = 30) {
  const random = seeded(7);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const fill = (frame, names) =>
    frame.replace(/\{(\w)\}/g, (_, slot) => (slot === 'o' ? pick(names) : pick(SLOTS[slot]))).replace(/\bmy my\b/g, 'my');
  const say = (frame, names) => slip(pick(BEFORE) + fill(frame, names) + pick(AFTER), random);
  const learn = [];
  const evaluate = [];
  for (const [thing, names] of Object.entries(THINGS)) {
    for (const [wish, text] of Object.entries(WISHES)) {
      const frames = text.split('|');
      const intent = `${thing}_${wish}`;
      for (let i = 0; i < each; i++) learn.push({ text: say(pick(frames.slice(0, 8)), names.slice(0, 4)), intent });
      for (let i = 0; i < judged; i++) {
        const unseen = i % 10 === 0;
        evaluate.push({ text: say(pick(unseen ? frames.slice(8) : frames.slice(0, 8)), i % 5 === 0 ? names : names.slice(0, 4)), intent });
      }
    }
  }
  const strange = [
    () => say(pick(Object.values(WISHES).flatMap((text) => text.split('|'))), STRANGE_THINGS.split('|')),
    () => say(pick(STRANGE_WISHES.split('|')), Object.values(THINGS).flat()),
    () => say(pick(ELSEWHERE.split('|')), []),
  ];
  for (let i = 0; i < each; i++) learn.push({ text: strange[i % 3](), intent: 'oos' });
  for (let i = 0; i < judged * 33; i++) evaluate.push({ text: strange[i % 3](), intent: 'oos' });
  return { learn, evaluate };
}

/** One text in fifteen loses, doubles or swaps a letter. */
function slip(text, random) {
  if (random() > 1 / 15) return text;
  const at = 1 + Math.floor(random() * (text.length - 2));
  const kind = random();
  if (kind < 0.4) return text.slice(0, at) + text.slice(at + 1);
  if (kind < 0.7) return text.slice(0, at) + text[at] + text.slice(at);
  return text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
}

function seeded(seed) {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 4294967296;
}

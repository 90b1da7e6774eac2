import { describe, expect, it } from '@jest/globals';
import { OUTSIDE, trainIntents, type IntentExample } from '../../../src/matching/index.js';

const said: Record<string, string[]> = {
  weather: [
    'will it rain',
    'what is the weather',
    'is it going to be sunny',
    'do i need an umbrella',
    'how hot is it outside',
    'weather forecast please',
  ],
  music: ['play a song', 'put on some jazz', 'i want to hear music', 'skip this track', 'turn up the music', 'play my playlist'],
  alarm: ['wake me at seven', 'set an alarm', 'cancel my alarm', 'alarm for tomorrow morning', 'ring at six', 'do i have an alarm set'],
  [OUTSIDE]: [
    'who won the war',
    'divide nine by three',
    'name a prime minister',
    'spell giraffe',
    'how deep is the sea',
    'translate hello',
  ],
};
const examples = Object.entries(said).flatMap(([intent, texts]) => texts.map((text): IntentExample => ({ text, intent })));

describe('intents trained from a file', () => {
  const classify = trainIntents(examples);

  it.each([
    ['will it rain tomorrow', 'weather'],
    ['play some jazz music', 'music'],
    ['set an alarm for six', 'alarm'],
  ])('understand « %s »', (text, intent) => {
    expect(classify(text).intent).toBe(intent);
  });

  it('are less sure of what belongs to none of them', () => {
    expect(classify('divide the sea by a giraffe').confidence).toBeLessThan(classify('play some jazz music').confidence);
  });

  it('are never the intent of what must be refused', () => {
    for (const { text } of examples) expect(classify(text).intent).not.toBe(OUTSIDE);
  });

  it('are the same when trained again', () => {
    const again = trainIntents(examples);
    for (const { text } of examples) expect(again(text)).toEqual(classify(text));
  });

  it('judge what says nothing, and what is written in other letters', () => {
    for (const text of ['', '   ', '?', '🙂🙂', 'какая погода', '天气怎么样', 'a'.repeat(4000)]) {
      const { intent, confidence } = classify(text);
      expect(said).toHaveProperty(intent);
      expect(confidence).toBeLessThan(classify('put on my playlist').confidence);
    }
  });
});

describe('a file of intents', () => {
  const of = (lines: Record<string, string[]>): IntentExample[] =>
    Object.entries(lines).flatMap(([intent, texts]) => texts.map((text) => ({ text, intent })));

  it('needs no example of what must be refused: withheld intents teach it', () => {
    const inside = examples.filter(({ intent }) => intent !== OUTSIDE);
    const classify = trainIntents(inside);
    expect(classify('divide nine by three').confidence).toBeLessThan(classify('what is the weather').confidence);
  });

  it('may hold two examples an intent', () => {
    const few = trainIntents(
      of({ pay: ['i want to pay', 'pay the bill'], open: ['when are you open', 'opening hours'], lost: ['i lost my card', 'card lost'] }),
    );
    expect(few('pay a bill').intent).toBe('pay');
    expect(few('lost card').intent).toBe('lost');
  });

  it('may say the same thing twice, and one thing for two intents', () => {
    const twice = trainIntents(of({ yes: ['yes', 'yes', 'of course', 'sure'], no: ['no', 'no', 'never', 'sure'] }));
    expect(twice('of course').intent).toBe('yes');
    expect(twice('never').intent).toBe('no');
  });

  it('is refused when nothing can be told apart', () => {
    expect(() => trainIntents(of({ music: ['play', 'sing'] }))).toThrow('two intents are needed at least, beside oos: there is music');
    expect(() => trainIntents(of({ [OUTSIDE]: ['play', 'sing'] }))).toThrow('there is none');
  });
});

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
});

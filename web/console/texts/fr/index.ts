import { administration } from './administration.js';
import { blocks } from './blocks.js';
import { canned } from './canned.js';
import { conversation } from './conversation.js';
import { desk } from './desk.js';
import { editor } from './editor.js';
import { errors } from './errors.js';
import { frame } from './frame.js';
import { me } from './me.js';
import { search } from './search.js';
import { secondFactor } from './second-factor.js';
import { shortcuts } from './shortcuts.js';
import { signIn } from './sign-in.js';

export const catalogue = {
  administration,
  blocks,
  canned,
  conversation,
  desk,
  editor,
  errors,
  frame,
  me,
  search,
  secondFactor,
  shortcuts,
  signIn,
};

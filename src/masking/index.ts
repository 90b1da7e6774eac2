export { maskPersonalData, type Masked, type MaskedKind } from './mask.js';

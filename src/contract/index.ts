export * from './blocks.js';
export * from './citizen.js';
export * from './codes.js';
export * from './events.js';
export * from './http.js';
export * from './limits.js';
export * from './staff.js';
export * from './vocabulary.js';

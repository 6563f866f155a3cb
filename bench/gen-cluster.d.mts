export { generate, generateSections } from './gen/generate.ts';

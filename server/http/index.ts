export { type Assets, loadAssets } from './assets';
export { type AppParts, createApp } from './create-app';

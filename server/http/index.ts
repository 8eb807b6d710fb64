export { type Asset, type Assets, loadAssets } from './assets';
export { type AppParts, createApp } from './create-app';

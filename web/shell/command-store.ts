import { createSpotlightStore } from '@mantine/spotlight';

/** Whether the commands are open. */
export const commandStore = createSpotlightStore();

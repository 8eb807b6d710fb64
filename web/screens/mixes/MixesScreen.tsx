import { Screen } from '../../ui';

export function MixesScreen() {
  return (
    <Screen title="Mixes" intro="">
      {null}
    </Screen>
  );
}

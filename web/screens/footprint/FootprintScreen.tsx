import { Screen } from '../../ui';

export function FootprintScreen() {
  return (
    <Screen title="Footprint" intro="">
      {null}
    </Screen>
  );
}

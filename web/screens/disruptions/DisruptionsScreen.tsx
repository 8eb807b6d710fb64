import { Screen } from '../../ui';

export function DisruptionsScreen() {
  return (
    <Screen title="Disruptions" intro="">
      {null}
    </Screen>
  );
}

import { Screen } from '../../ui';

export function ConcentrationScreen() {
  return (
    <Screen title="Concentration" intro="">
      {null}
    </Screen>
  );
}

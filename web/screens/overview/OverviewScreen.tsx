import { Screen } from '../../ui';

export function OverviewScreen() {
  return (
    <Screen title="Overview" intro="">
      {null}
    </Screen>
  );
}

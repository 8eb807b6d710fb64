import { Menu, Modal, UnstyledButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { Issue } from '../../engine/units';
import { writePath } from '../address';
import { download, formatCount } from '../format';
import { addPlan, listPlans, type PlanSummary, usePlanStore } from '../state';
import { Icon, IssueList } from '../ui';
import { readDocument } from './doors';
import css from './shell.module.css';

/** The name of the plan on screen; opens the list of plans, and takes a plan in or out as a file. */
export function PlanPicker() {
  const plan = usePlanStore((state) => state.plan);
  const [plans, setPlans] = useState<readonly PlanSummary[] | null>(null);
  const [, navigate] = useLocation();
  const [refused, setRefused] = useState<{ name: string; issues: readonly Issue[] } | null>(null);
  const file = useRef<HTMLInputElement>(null);

  const refresh = () => {
    listPlans()
      .then(setPlans)
      .catch(() => setPlans([]));
  };
  const open = async (picked: File) => {
    try {
      const { plan: read, issues } = await readDocument(await picked.text());
      if (!read) {
        setRefused({ name: picked.name, issues });
        return;
      }
      navigate(writePath(await addPlan(read, `Opened from ${picked.name}`), 'overview'));
    } catch (error) {
      tell(error);
    }
  };
  const duplicate = async () => {
    if (!plan) return;
    try {
      const copy = { ...plan, id: `${plan.id.slice(0, 58)}-copy`, name: `${plan.name.slice(0, 110)} (copy)` };
      navigate(writePath(await addPlan(copy, `Copy of ${plan.name}`), 'overview'));
    } catch (error) {
      tell(error);
    }
  };
  const save = () => {
    if (plan) download(JSON.stringify(plan, null, 2), plan.name, 'json', 'application/json');
  };

  return (
    <>
      <Menu position="bottom-start" width={320} onOpen={refresh}>
        <Menu.Target>
          <UnstyledButton className={css.picker} aria-label={`Plan: ${plan?.name ?? 'none'}. Choose another`}>
            <span className={css.pickerName}>{plan?.name ?? 'No plan open'}</span>
            <Icon name="down" size={14} />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{plans === null ? 'Plans …' : 'Plans'}</Menu.Label>
          <div className={css.pickerList}>
            {plans?.map((each) => (
              <Menu.Item
                key={each.id}
                onClick={() => navigate(writePath(each.id, 'overview'))}
                aria-current={each.id === plan?.id || undefined}
              >
                <span className={css.pickerItem}>
                  {each.name}
                  {each.id === plan?.id && <Icon name="check" size={14} />}
                </span>
                <span className={css.pickerDetail}>revision {formatCount(each.revision)}</span>
              </Menu.Item>
            ))}
            {plans?.length === 0 && <Menu.Item disabled>The server has no list to give</Menu.Item>}
          </div>
          <Menu.Divider />
          <Menu.Item leftSection={<Icon name="folder" />} onClick={() => file.current?.click()}>
            Open a plan file …
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="save" />} onClick={save} disabled={!plan}>
            Download this plan
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="plus" />} onClick={() => void duplicate()} disabled={!plan}>
            Work on a copy
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={refused !== null} onClose={() => setRefused(null)} title={`${refused?.name ?? ''} is not opened`}>
        {refused && <IssueList title="Nothing was changed. The file has mistakes:" issues={refused.issues} />}
      </Modal>
      <input
        ref={file}
        type="file"
        accept="application/json,.json"
        hidden
        aria-label="Plan file"
        onChange={(event) => {
          const [picked] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (picked) void open(picked);
        }}
      />
    </>
  );
}

function tell(error: unknown): void {
  notifications.show({ color: 'red', message: error instanceof Error ? error.message : String(error) });
}

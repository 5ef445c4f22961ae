import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { UnitItem } from '../api.js';
import { DenunciationGuidance } from '../intake/own-track.js';
import { sealedApi, type LanePlace } from '../sealed-api.js';
import { Failure } from '../ui/failure.js';
import { UnitSearch } from '../ui/unit-search.js';

/** Asks for the ward; what follows is shown only where denunciations are taken, elsewhere where to go. */
export const TakenPlace = ({
  hint,
  children,
}: {
  hint: string;
  children: (unit: string, place: LanePlace) => ComponentChildren;
}) => {
  const [unit, setUnit] = useState<UnitItem | null>(null);
  const [place, setPlace] = useState<LanePlace | null>(null);
  const [failure, setFailure] = useState<unknown>();
  const pick = (picked: UnitItem): void => {
    setUnit(picked);
    sealedApi.lane(picked.id).then((lane) => {
      setFailure(undefined);
      setPlace(lane.place);
    }, setFailure);
  };
  if (unit !== null && place?.taken === true)
    return (
      <>
        <p class="note">
          Nơi có cơ quan của người bị tố cáo: <strong>{unit.name}</strong>
        </p>
        {children(unit.id, place)}
      </>
    );
  return (
    <section class="card">
      <UnitSearch id="unit" label="Phường, xã nơi có cơ quan của người bị tố cáo" hint={hint} onPick={pick} />
      {failure === undefined ? null : <Failure error={failure} />}
      <div role="status">{place === null ? null : <DenunciationGuidance />}</div>
    </section>
  );
};

import { api } from '../api.js';
import { Failure } from '../ui/failure.js';
import { mount } from '../ui/mount.js';
import { IntakePage } from './intake-page.js';

api.categories().then(
  ({ items }) => {
    mount(<IntakePage categories={items} />);
  },
  (error: unknown) => {
    mount(<Failure error={error} />);
  },
);

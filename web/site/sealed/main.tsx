import { mount } from '../ui/mount.js';
import { SealedPage } from './sealed-page.js';

mount(<SealedPage />);

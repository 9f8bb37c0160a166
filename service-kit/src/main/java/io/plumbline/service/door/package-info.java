/** What the doors of all services say alike: problems, statuses, deadlines, pages, JSON. */
package io.plumbline.service.door;
